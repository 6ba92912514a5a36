import { accountsOnHold } from '../../accounts/index.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { removeUnfiledBefore } from './held-preparation-store.ts'

const keptDays = 90
const atOnceMost = 500

/** Removes what was never filed, so long after its drafts ended, with everything that was signed of it; what the law holds stays. */
export const removeUnfiled = operation({
  name: 'preparation.remove-unfiled',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'system',
  refusals: ['nothing-to-remove'],
  async run(context) {
    const { tx, now, refuse, audit } = context
    const except = await accountsOnHold(context)
    const removed = await removeUnfiledBefore(tx, now.subtract({ hours: 24 * keptDays }), { most: atOnceMost, except })
    audit({ detail: { removed } })
    return removed === 0 ? refuse('nothing-to-remove') : { removed }
  },
})

export const removeUnfiledChore: Chore = {
  name: 'preparation.remove-unfiled',
  everySeconds: 3600,
  run: async ({ perform }) => void (await perform(removeUnfiled, {})),
}
