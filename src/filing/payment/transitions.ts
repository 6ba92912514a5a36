import type { PaymentState } from './payment.ts'

/** `none`: there is no such payment yet. */
export type From = PaymentState | 'none'

/** One way that a payment may go, and the operation in whose transaction it goes there. */
export type Transition = { readonly from: From; readonly to: PaymentState; readonly by: string }

const edges = (by: string, to: PaymentState, from: readonly From[]): readonly Transition[] => from.map((each) => ({ from: each, to, by }))

const payable = ['open', 'pending'] as const

/**
 * Every way that a payment may go, once: `recordPayment` refuses any other as a fault, so does the database
 * (`filing.payment_moves`), and docs/payment-states.md draws them.
 */
export const transitions: readonly Transition[] = [
  ...edges('filing.pay', 'preparing', ['none']),
  ...edges('filing.record-payment-opened', 'open', ['preparing']),
  ...edges('filing.record-payment-failed', 'failed', ['preparing']),
  ...edges('filing.settle-payment', 'open', ['pending']),
  ...edges('filing.settle-payment', 'pending', ['open']),
  ...edges('filing.settle-payment', 'authorised', payable),
  ...edges('filing.settle-payment', 'processing', payable),
  ...edges('filing.settle-payment', 'declined', payable),
  ...edges('filing.settle-payment', 'cancelled', payable),
  ...edges('filing.settle-payment', 'expired', payable),
  ...edges('filing.settle-payment', 'releasing', payable),
  ...edges('filing.pay', 'releasing', ['preparing', ...payable]),
  ...edges('filing.record-capture', 'captured', ['authorised']),
  ...edges('filing.record-capture', 'not-captured', ['authorised']),
  ...edges('filing.settle-payment', 'captured', ['processing']),
  ...edges('filing.settle-payment', 'returned', ['processing', 'captured']),
  ...edges('filing.record-release', 'released', ['releasing']),
]

/** Where a payment may stand before it comes to a state. What stands there already is no move. */
export const statesBefore = (to: PaymentState): readonly PaymentState[] => [
  ...new Set([to, ...transitions.flatMap(({ from, to: next }) => (next === to && from !== 'none' ? [from] : []))]),
]

/** A state that no way leads out of. */
export const isLast = (state: PaymentState): boolean => !transitions.some(({ from }) => from === state)
