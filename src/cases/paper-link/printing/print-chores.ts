import type { Chore, JobContext } from '../../../platform/jobs/job.ts'
import { operation } from '../../../platform/operation.ts'
import { expireNotices, withdrawLetters } from './notice-store.ts'
import { tendHeldLetters } from './place-letters.ts'
import { remindOfCodes } from './remind-of-codes.ts'

/** So many in one transaction; a turn goes on until there are no more. */
const atOnceMost = 500

/** Codes end with their day, and letters of a notice that ended, however it did, are not printed any more. */
export const endNotices = operation({
  name: 'cases.end-notices',
  allow: ({ kind }, _input: { most: number }) => kind === 'system',
  refusals: [],
  async run({ tx, now, audit, recordedBefore }, { most }) {
    const expired = await expireNotices(tx, now, most)
    const withdrawn = await withdrawLetters(tx, { at: now, most })
    if (expired + withdrawn === 0) recordedBefore()
    audit({ detail: { expired, withdrawn } })
    return { expired, withdrawn }
  },
})

async function tendNotices({ perform }: JobContext): Promise<void> {
  for (;;) {
    const ended = await perform(endNotices, { most: atOnceMost })
    if (!ended.ok || Math.max(ended.output.expired, ended.output.withdrawn) < atOnceMost) break
  }
  for (;;) {
    const reminded = await perform(remindOfCodes, { most: atOnceMost })
    if (!reminded.ok || reminded.output < atOnceMost) break
  }
  await perform(tendHeldLetters, { most: atOnceMost })
}

export const tendNoticesChore: Chore = { name: 'cases.tend-notices', everySeconds: 300, run: tendNotices }
