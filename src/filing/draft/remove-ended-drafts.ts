import type { Chore } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { removeEndedDrafts } from './draft-store.ts'

const deletedKeptHours = 7 * 24
const atOnceMost = 500

/** Removes for good what the table's comment says is kept no longer. */
export const removeEnded = operation({
  name: 'filing.remove-ended-drafts',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'system',
  refusals: ['nothing-ended'],
  async run({ tx, now, refuse, audit }) {
    const deleted = now.subtract({ hours: deletedKeptHours })
    const removed = await removeEndedDrafts(tx, { expired: now, deleted }, atOnceMost)
    audit({ detail: { removed } })
    return removed === 0 ? refuse('nothing-ended') : { removed }
  },
})

export const removeEndedDraftsChore: Chore = {
  name: 'filing.remove-ended-drafts',
  everySeconds: 3600,
  run: async ({ perform }) => void (await perform(removeEnded, {})),
}
