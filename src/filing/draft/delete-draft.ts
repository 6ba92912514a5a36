import { operation } from '../../platform/operation.ts'
import { recordDeletion } from './draft-store.ts'
import { lockDraft } from './lock-draft.ts'
import { mayFile } from './start-draft.ts'

/** Takes a draft out of the person's sight; the chore removes it for good some days later. */
export const deleteDraft = operation({
  name: 'filing.delete-draft',
  allow: (actor, _input: { draft: string }) => mayFile(actor),
  refusals: ['draft-not-open'],
  async run({ tx, actor, now, services, refuse, audit }, { draft: id }) {
    const draft = await lockDraft({ tx, services, now }, id)
    if (!draft || draft.submission) return refuse('draft-not-open')
    await recordDeletion(tx, id, now)
    audit({ subject: id, account: actor.id as string, detail: { form: draft.form } })
    return undefined
  },
})
