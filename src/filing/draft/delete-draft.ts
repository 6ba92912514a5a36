import { isId } from '../../platform/ids.ts'
import { operation, query } from '../../platform/operation.ts'
import { findDeletedDraft, recordDeletion } from './draft-store.ts'
import { lockDraft } from './lock-draft.ts'
import { mayFillIn } from './start-draft.ts'

/** Takes a draft out of the person's sight; the chore removes it for good some days later. Pressed again, it is gone already. */
export const deleteDraft = operation({
  name: 'filing.delete-draft',
  allow: (actor, _input: { draft: string }) => mayFillIn(actor),
  refusals: ['draft-not-open'],
  async run({ tx, actor, now, services, refuse, audit }, { draft: id }) {
    const draft = await lockDraft({ tx, services, now }, id)
    if (!draft && isId(id) && (await findDeletedDraft(tx, id))) return undefined
    if (!draft || draft.submission) return refuse('draft-not-open')
    await recordDeletion(tx, id, now)
    audit({ subject: id, account: actor.id as string, detail: { form: draft.form } })
    return undefined
  },
})

/** Whether a draft of the actor's own was deleted and can be put back. */
export const isDeletedDraft = query({
  name: 'filing.is-deleted-draft',
  allow: (actor, _input: { draft: string }) => mayFillIn(actor),
  run: async ({ tx }, { draft }) => isId(draft) && (await findDeletedDraft(tx, draft)) !== undefined,
})
