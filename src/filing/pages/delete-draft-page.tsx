import { type Answer, isAnswer, notFound, seeOther } from '../../platform/http/answer.ts'
import { action, type Context, page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Button, ButtonLink, ButtonRow, FormShell } from '../../ui/index.ts'
import { deleteDraft, isDeletedDraft } from '../draft/delete-draft.ts'
import { extendDraft } from '../draft/extend-draft.ts'
import { restoreDraft } from '../draft/restore-draft.ts'
import { fillsIn } from './access.ts'
import { openDraft, type OpenDraft } from './open-draft.ts'

/** The home offers to put it back. */
const deletedPlace = ({ draft }: { draft: string }): Answer => seeOther(`${paths.account()}?deleted=${draft}`)

/** What was deleted by the same press leads where that press leads. */
async function openOrDeleted(context: Context<{ draft: string }>): Promise<OpenDraft | Answer> {
  const open = await openDraft(context)
  return isAnswer(open) && (await context.read(isDeletedDraft, context.params)) ? deletedPlace(context.params) : open
}

export const deleteDraftPage = page({
  path: paths.deleteDraft,
  access: fillsIn,
  audit: records(deleteDraft),
  load: openOrDeleted,
  view: ({ t, model: { draft, words }, context }) => ({
    title: t('filing.delete.title'),
    body: (
      <>
        <h1>{t('filing.delete.title')}</h1>
        <p>{t('filing.delete.what', { form: words.get('form.title') })}</p>
        <p>
          <a href={paths.exportDraft({ draft: draft.id })}>{t('draft-file.export.before-delete')}</a>
        </p>
        <FormShell action={paths.deleteDraft({ draft: draft.id })} csrfToken={context.csrfToken()}>
          <ButtonRow>
            <Button look="danger">{t('filing.delete.yes')}</Button>
            <ButtonLink href={paths.draft({ draft: draft.id })} look="plain">
              {t('filing.delete.no')}
            </ButtonLink>
          </ButtonRow>
        </FormShell>
      </>
    ),
  }),
  submit: {
    operation: deleteDraft,
    input: (_values, { params }) => params,
    shows: { 'draft-not-open': () => notFound },
    then: (_output, { params }) => deletedPlace(params),
  },
})

/** One press on the warning that a draft ends soon. */
export const extendDraftAction = action({
  path: paths.extendDraft,
  access: fillsIn,
  audit: records(extendDraft),
  submit: {
    operation: extendDraft,
    input: (_values, { params }) => params,
    shows: {
      'draft-not-open': () => notFound,
      'not-allowed': () => notFound,
      'too-many-attempts': ({ params }) => seeOther(paths.draft(params)),
    },
    then: (_output, { params }) => seeOther(paths.draft(params)),
  },
  back: ({ params }) => seeOther(paths.draft(params)),
})

/** One press to put back what was deleted. */
export const restoreDraftAction = action({
  path: paths.restoreDraft,
  access: fillsIn,
  audit: records(restoreDraft),
  submit: {
    operation: restoreDraft,
    input: (_values, { params }) => params,
    shows: {
      'draft-gone': () => notFound,
      'not-allowed': () => notFound,
      'too-many-attempts': () => seeOther(paths.account()),
    },
    then: (_output, { params }) => seeOther(paths.draft(params)),
  },
  back: () => seeOther(paths.account()),
})
