import { query } from '../../platform/operation.ts'
import type { Payment } from './payment-store.ts'
import { findPaymentOfCase, type PaymentOfCase } from './taken-back-store.ts'

/**
 * What the money of a filing that was received says about its case, where it is not simply paid. on-its-way: a bank debit
 * that is not sure · sent-back: the bank returned it · disputed: its holder does not accept the charge, and the bank took
 * the fee for now · dispute-lost: for good · not-taken: what was held on a card was set free before it was taken.
 */
export type PaymentMark = 'on-its-way' | 'sent-back' | 'disputed' | 'dispute-lost' | 'not-taken'

export function markOf({ state, dispute }: Pick<Payment, 'state' | 'dispute'>): PaymentMark | null {
  if (state === 'processing') return 'on-its-way'
  if (state === 'returned') return 'sent-back'
  if (state === 'not-captured') return 'not-taken'
  if (dispute === 'open') return 'disputed'
  return dispute === 'lost' ? 'dispute-lost' : null
}

export type MarkedCase = { readonly mark: PaymentMark; readonly submission: string }

/** Null: nothing is the matter. */
export function markedOf(payment: PaymentOfCase): MarkedCase | null {
  const mark = markOf(payment)
  return mark ? { mark, submission: payment.submission } : null
}

/** The mark of a case of the actor's own, or of any case for the office; null where there is none. */
export const paymentMarkOfCase = query({
  name: 'filing.payment-mark-of-case',
  // The walls of the rows say whose they are: a person's own, all of them for staff.
  allow: ({ kind }, _input: { caseId: string }) => kind === 'account' || kind === 'staff',
  async run({ tx }, { caseId }): Promise<MarkedCase | null> {
    const payment = await findPaymentOfCase(tx, caseId)
    return payment ? markedOf(payment) : null
  },
})
