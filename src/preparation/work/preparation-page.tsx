import { representative } from '../../accounts/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { nameOfClient } from '../../representation/index.ts'
import { whatIsPrepared } from '../words.ts'
import { PreparationView } from './preparation-view.tsx'
import { shownPreparation } from './shown-preparation.ts'

/** `/preparations/<preparation>`: the representative's page of what they prepare: how far it is, what is next, and whose turn it is. */
export const preparationPage = page({
  path: paths.preparation,
  access: representative,
  audit: recordsNothing('A representative looks at what they prepare'),
  load: async ({ read, params }) => (await read(shownPreparation, params)) ?? notFound,
  view: ({ t, model, context }) => {
    const { agency } = context.services
    const what = whatIsPrepared(agency, t, model.row.form)
    const client = model.client ? nameOfClient(model.client.names) : (model.appearance?.draft.preparedFor ?? '')
    return { title: what, body: <PreparationView t={t} model={model} what={what} client={client} csrfToken={context.csrfToken()} done={context.query.done} missing={context.query.missing} now={context.services.clock.now()} /> }
  },
})
