import { asActor } from '../../platform/db/transaction.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import { payProviders } from './pay-service.ts'
import { findPaymentAtProvider } from './payment-store.ts'
import { askAndSettle } from './settle-payment.ts'

/** A look each hour, three days back: an event that was lost is made up for by the next look, or after a weekend away. */
const backHours = 72

/** Asks each provider what banks took back lately. Payments that are done are never polled one by one: there are too many. */
export const lookForTakenBackChore: Chore = {
  name: 'filing.look-for-taken-back',
  everySeconds: 3600,
  async run(context) {
    const { pool, actor, services, log } = context
    const since = services.clock.now().subtract({ hours: backHours })
    for (const pay of payProviders(services)) {
      try {
        for (const id of await pay.listTakenBack(since)) {
          const payment = await asActor(pool, actor, { readOnly: true }, (tx) => findPaymentAtProvider(tx, id))
          if (payment) await askAndSettle(context, payment)
        }
      } catch (fault) {
        log.fault({ event: 'taken-back-not-looked-for' }, fault)
      }
    }
  },
}
