import { asActor } from '../../platform/db/transaction.ts'
import type { Chore, JobContext } from '../../platform/jobs/job.ts'
import { insertJob } from '../../platform/jobs/queue-store.ts'
import { isFollowed, jobGraceSeconds, nextCheckAt, type PaymentState } from './payment.ts'
import { listPaymentsToCheck, type Payment, recordPayment } from './payment-store.ts'
import { askAndSettle } from './settle-payment.ts'

const checkedAtOnceMost = 50

/** The job that carries on a payment in a state of ours. */
const jobOf: Partial<Record<PaymentState, 'prepare' | 'capture' | 'release'>> = {
  preparing: 'prepare',
  authorised: 'capture',
  releasing: 'release',
}

/** A job that ran out of tries, or was lost with its queue, is queued anew; its key keeps it to one. */
async function queueAnew({ pool, actor, services }: JobContext, { id, state }: Payment): Promise<void> {
  const verb = jobOf[state]
  if (!verb) return
  const next_check_at = services.clock.now().add({ seconds: jobGraceSeconds * 4 })
  await asActor(pool, actor, {}, async (tx) => {
    await insertJob(tx, {
      task: `filing.${verb}-payment`,
      payload: { payment: id },
      jobKey: `${verb}:${id}`,
      runAt: null,
    })
    await recordPayment(tx, id, { next_check_at })
  })
}

async function ask(context: JobContext, payment: Payment): Promise<void> {
  const next_check_at = nextCheckAt(payment.begun_at, context.services.clock.now(), payment.state)
  await asActor(context.pool, context.actor, {}, (tx) => recordPayment(tx, payment.id, { next_check_at }))
  await askAndSettle(context, payment)
}

/** Asks after every payment that is not final: this heals events that were lost, and jobs that gave up. */
export const reconcilePaymentsChore: Chore = {
  name: 'filing.reconcile-payments',
  everySeconds: 2,
  async run(context) {
    const now = context.services.clock.now()
    const due = await asActor(context.pool, context.actor, { readOnly: true }, (tx) =>
      listPaymentsToCheck(tx, now, checkedAtOnceMost),
    )
    for (const payment of due) {
      try {
        await (isFollowed(payment.state) ? ask(context, payment) : queueAnew(context, payment))
      } catch (fault) {
        context.log.fault({ event: 'payment-not-reconciled' }, fault)
      }
    }
  },
}
