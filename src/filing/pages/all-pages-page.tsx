import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { paths } from '../../platform/paths.ts'
import { Card } from '../../ui/index.ts'
import { definitionOf, type FormWords, formWords, newestEdition } from '../catalogue/forms.ts'
import type { Condition, FormDefinition, Page, Question } from '../definition/definition.ts'
import { QuestionView } from './question-view.tsx'
import { shownOf } from './shown.ts'

type Words = { words: FormWords }

const nothingPosted = { errors: [], parked: false, error: () => undefined, value: () => '', values: () => [] }

/** When something is asked, as the definition has it: who writes a form reads that. */
const When = ({ words, when }: Words & { when: Condition | undefined }) =>
  when === undefined ? null : (
    <p class="muted">
      {words.t('filing.all-pages.when')} <code>{JSON.stringify(when)}</code>
    </p>
  )

function QuestionOf({ words, question }: Words & { question: Question }) {
  if (question.kind === 'list') {
    return (
      <div class="stack">
        <p>
          <strong>{words.get(`${question.id}.label`)}</strong>: {words.get(`${question.id}.add`)}
        </p>
        {question.questions.map((one) => (
          <QuestionOf key={one.id} words={words} question={one} />
        ))}
      </div>
    )
  }
  const shown = shownOf(words, nothingPosted, [question], { answers: {}, typed: undefined })
  return (
    <div class="stack">
      <p class="muted">
        {[question.item].flat().join(', ')} · <code>{question.id}</code>
      </p>
      <When words={words} when={question.when} />
      <QuestionView shown={shown} question={question} follows={false} warnings={[]} />
    </div>
  )
}

function PageOf({ words, page }: Words & { page: Page }) {
  return (
    <Card>
      <div class="stack">
        <h3>{words.get(`page.${page.id}.title`)}</h3>
        <When words={words} when={page.when} />
        {page.questions.map((question) => (
          <QuestionOf key={question.id} words={words} question={question} />
        ))}
      </div>
    </Card>
  )
}

function AllPages({ words, definition }: Words & { definition: FormDefinition }) {
  return (
    <div class="stack">
      <h1>{words.get('form.title')}</h1>
      <p class="lead">{words.t('filing.all-pages.lead')}</p>
      {definition.parts.map((part) => (
        <section key={part.id} class="stack">
          <h2>{words.get(`part.${part.id}.title`)}</h2>
          {part.pages.map((one) => (
            <PageOf key={one.id} words={words} page={one} />
          ))}
        </section>
      ))}
    </div>
  )
}

/** Every page of a form under each other, with items, ids and conditions: for who writes or reviews it, in the demonstration. */
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
  view: ({ model }) => ({ title: model.words.get('form.title'), body: <AllPages {...model} /> }),
})
