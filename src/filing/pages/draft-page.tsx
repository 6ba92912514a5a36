import { seeOther } from '../../platform/http/answer.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { keepTypedPage } from '../draft/keep-typed-page.ts'
import { type Saved, saveDraftPage } from '../draft/save-draft-page.ts'
import { fillsIn } from './access.ts'
import { DraftPageView } from './draft-page-view.tsx'
import { openDraftAt } from './open-page.ts'
import { pageFields, typedValues, withTyped } from './page-fields.ts'

type PageContext = Context<{ draft: string; page: string }>

/** Where a save leads. From the review back to it, unless the change brought up something new. */
function afterSave({ next, firstUndone, savedOver }: Saved, { params, query }: PageContext, leave: boolean): string {
  const { draft, page } = params
  const over = savedOver ? '&over=yes' : ''
  if (leave) return paths.draft({ draft })
  if (query.back === 'review' && !firstUndone) return paths.draftReview({ draft })
  const to = query.back === 'review' ? firstUndone : (next ?? firstUndone)
  return to ? `${paths.draftPage({ draft, page: to })}?from=${page}${over}` : paths.draftEvidence({ draft })
}

export const draftPage = page({
  path: paths.draftPage,
  access: fillsIn,
  audit: records(saveDraftPage, keepTypedPage),
  load: openDraftAt,
  fields: pageFields,
  view: ({ model, form, context }) => ({
    title: model.words.get(`page.${model.at.id}.title`),
    body: <DraftPageView model={model} form={form} query={context.query} csrfToken={context.csrfToken()} keys={context.services.keys} />,
  }),
  submit: {
    operation: saveDraftPage,
    input: ({ answers, since }, { params }) => ({ ...params, answers, ...(since === undefined ? {} : { since }) }),
    shows: { 'draft-not-open': ({ params }) => seeOther(paths.draft(params)) },
    then: (saved, context, model, { leave }) => {
      context.tally('form-page', model.draft.form, context.params.page)
      return seeOther(afterSave(saved, context, leave))
    },
    unaccepted: async (posted, context, model) =>
      withTyped(model, await context.perform(keepTypedPage, { ...context.params, values: typedValues(model, posted) })),
  },
})
