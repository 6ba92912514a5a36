import { asActor } from '../../platform/db/transaction.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import { deleteOldPaymentEvents } from './payment-store.ts'

const keptDays = 90

/** Events are kept so that one that comes again is known; no provider sends one for so long. */
export const forgetPaymentEventsChore: Chore = {
  name: 'filing.forget-payment-events',
  everySeconds: 3600,
  run: (context) =>
    asActor(context.pool, context.actor, {}, (tx) =>
      deleteOldPaymentEvents(tx, context.services.clock.now().subtract({ hours: 24 * keptDays })),
    ),
}
