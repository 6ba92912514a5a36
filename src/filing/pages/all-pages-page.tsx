import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { paths } from '../../platform/paths.ts'
import { definitionOf, formWords, newestEdition } from '../catalogue/forms.ts'
import { AllPages } from './all-pages.tsx'

/** Every page of a form under each other: for who writes or reviews it, in the demonstration. */
export const allPagesPage = page({
  path: paths.demoForm,
  access: anyone,
  audit: recordsNothing('The definition of a form, in a demonstration alone'),
  load: async ({ params, services, t }) => {
    const { agency } = services
    const edition = services.mode === 'demo' ? newestEdition(agency, params.form) : undefined
    if (!edition) return notFound
    return { definition: definitionOf(agency, params.form, edition), words: formWords(agency, t, params.form) }
  },
  view: ({ model }) => ({
    title: model.words.get('form.title'),
    body: (
      <div class="stack">
        <h1>{model.words.get('form.title')}</h1>
        <p class="lead">{model.words.t('filing.all-pages.lead')}</p>
        <AllPages drawn={model} />
      </div>
    ),
  }),
})
