import type { Job } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { expiryOf } from '../draft/draft.ts'
import { findDraftForUpdate, recordEnd } from '../draft/draft-store.ts'
import { waiverState } from './waiver.ts'
import { findWaiverOfDraft } from './waiver-store.ts'

/** After a decision on its fee a draft ends as one does that was worked on that day, unless its person has asked again. */
export const keepAfterWaiver = operation({
  name: 'filing.keep-after-fee-waiver',
  allow: (actor, _input: { draft: string }) => actor.kind === 'system',
  refusals: ['asked-again'],
  async run({ tx, now, services, refuse, audit }, { draft }) {
    await findDraftForUpdate(tx, draft, now)
    const last = await findWaiverOfDraft(tx, draft)
    audit({ subject: draft, ...(last ? { account: last.account } : {}) })
    if (last && waiverState(last) === 'asked') return refuse('asked-again')
    await recordEnd(tx, draft, expiryOf(services.agency, now))
    return undefined
  },
})

export const keepAfterWaiverJob: Job = {
  task: 'filing.keep-after-waiver',
  run: async ({ perform }, payload) => void (await perform(keepAfterWaiver, { draft: String(payload.draft) })),
}
