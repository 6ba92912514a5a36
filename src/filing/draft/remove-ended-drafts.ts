import { accountsOnHold } from '../../accounts/index.ts'
import { removeFilesOfDraft } from '../../evidence/index.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { removeEndedDrafts } from './draft-store.ts'

const deletedKeptHours = 7 * 24
const atOnceMost = 500

/** Removes for good, with its files, what the table's comment says is kept no longer. */
export const removeEnded = operation({
  name: 'filing.remove-ended-drafts',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'system',
  refusals: ['nothing-ended'],
  async run(context) {
    const { tx, now, refuse, audit } = context
    const deleted = now.subtract({ hours: deletedKeptHours })
    // What the law holds stays, a draft that has ended too.
    const except = await accountsOnHold(context)
    const removed = await removeEndedDrafts(tx, { expired: now, deleted }, { most: atOnceMost, except })
    for (const { id, account } of removed) await removeFilesOfDraft(context, { draft: id, account })
    audit({ detail: { removed: removed.length } })
    return removed.length === 0 ? refuse('nothing-ended') : { removed: removed.length }
  },
})

export const removeEndedDraftsChore: Chore = {
  name: 'filing.remove-ended-drafts',
  everySeconds: 3600,
  run: async ({ perform }) => void (await perform(removeEnded, {})),
}
