import { asActor } from '../../../platform/db/transaction.ts'
import type { Chore } from '../../../platform/jobs/job.ts'
import { forgetRejections } from './rejection-store.ts'

const typedDays = 7
const rejectedDays = 730

/** Keeps of rejected filings what their table says, and no longer. */
export const forgetRejectionsChore: Chore = {
  name: 'cases.forget-rejections',
  everySeconds: 3600,
  run: ({ pool, actor, services }) =>
    asActor(pool, actor, {}, async (tx) => {
      const now = services.clock.now()
      const daysAgo = (days: number) => now.subtract({ hours: 24 * days })
      await forgetRejections(tx, { typedBefore: daysAgo(typedDays), rejectedBefore: daysAgo(rejectedDays), at: now })
    }),
}
