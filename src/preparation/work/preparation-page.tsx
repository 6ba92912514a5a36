import { representative } from '../../accounts/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { ownPreparation } from './own-preparation.ts'

/** The representative's page of what they prepare for a client. */
export const preparationPage = page({
  path: paths.preparation,
  access: representative,
  audit: recordsNothing('a representative looks at what they prepare'),
  load: async ({ read, params }) => (await read(ownPreparation, params)) ?? notFound,
  view: ({ t, model }) => ({
    title: t('preparation.page.title'),
    body: (
      <>
        <h1>{t('preparation.page.title')}</h1>
        <ul>
          {model.draft ? (
            <li>
              <a href={paths.draft({ draft: model.draft })}>{t('preparation.page.form')}</a>
            </li>
          ) : null}
          <li>
            <a href={paths.draft({ draft: model.appearance })}>{t('preparation.page.appearance')}</a>
          </li>
        </ul>
      </>
    ),
  }),
})
