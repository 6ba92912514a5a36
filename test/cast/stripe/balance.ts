import { randomBytes } from 'node:crypto'
import type { Charge, Dispute, Intent, Objects, Refund } from './objects.ts'

type Source = Charge | Refund | Dispute
type BalanceTransaction = { id: string; object: 'balance_transaction'; amount: number; fee: number; created: number; type: string; reporting_category: string; source: Source; payment_intent: null }

/** The account's balance: a line for each event that moves money, in the published shape, the newest first. */
export function openBalance(now: () => number) {
  const lines: BalanceTransaction[] = []
  const add = (type: string, category: string, amount: number, source: Source) =>
    void lines.unshift({ id: `txn_${randomBytes(12).toString('hex')}`, object: 'balance_transaction', amount, fee: 0, created: now(), type, reporting_category: category, source: structuredClone(source), payment_intent: null })

  const notes: Record<string, (object: never, objects: Objects) => void> = {
    'charge.captured': (its: Charge) => add('charge', 'charge', its.amount_captured, its),
    'payment_intent.succeeded': (intent: Intent, objects) => {
      const its = objects.chargeIn(intent)
      if (its) add('payment', 'charge', its.amount_captured, its)
    },
    'charge.refunded': (_: Charge, objects) => {
      const [last] = objects.listRefunds()
      if (last) add('refund', 'refund', -last.amount, last)
    },
    'refund.failed': (refund: Refund) => add('refund_failure', 'refund_failure', refund.amount, refund),
    'charge.dispute.created': (dispute: Dispute) => add('adjustment', 'dispute', -dispute.amount, dispute),
    'charge.dispute.closed': (dispute: Dispute) => {
      if (dispute.status === 'won') add('adjustment', 'dispute_reversal', dispute.amount, dispute)
    },
  }
  return {
    note: (type: string, object: { id: string }, objects: Objects) => notes[type]?.(object as never, objects),
    list: () => lines,
  }
}
