import { asActor } from '../../platform/db/transaction.ts'
import { insertJob } from '../../platform/jobs/queue-store.ts'
import type { Chore, JobContext } from '../../platform/jobs/job.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { listRefundsToCheck, listRefundsToFollow, recordRefund } from './refund-store.ts'

const checkedAtOnceMost = 50

const queue = (tx: Tx, refund: string) =>
  insertJob(tx, { task: 'filing.give-back', payload: { refund }, jobKey: `give-back:${refund}`, runAt: null })

/** Queues what a refund needs next, when its job was lost or its provider takes days: nobody needs to do anything. */
export const followRefundsChore: Chore = {
  name: 'filing.follow-refunds',
  everySeconds: 30,
  async run({ pool, actor, services }) {
    const now = services.clock.now()
    const due = await asActor(pool, actor, { readOnly: true }, (tx) => listRefundsToCheck(tx, now, checkedAtOnceMost))
    for (const refund of due)
      await asActor(pool, actor, {}, async (tx) => {
        await queue(tx, refund)
        await recordRefund(tx, refund, { next_check_at: now.add({ minutes: 10 }) })
      })
  },
}

/** News came of a payment: its refunds may be what it is about. */
export async function followRefundsOf({ pool, actor }: JobContext, payment: string): Promise<void> {
  await asActor(pool, actor, {}, async (tx) => {
    for (const refund of await listRefundsToFollow(tx, payment)) await queue(tx, refund)
  })
}
