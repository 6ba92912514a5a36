import { query } from '../../platform/operation.ts'
import { type MarkedCase, markedOf } from '../payment/payment-mark.ts'
import { listPaymentsOfCase } from '../payment/payment-store.ts'
import { openNote, type RefundState } from './refund.ts'
import { findOwnMoney, listRefundsOfCase, listRefundsToDecide } from './refund-store.ts'

/** A refund as the office sees it. Amounts are whole cents; `askedBy` and `decidedBy` are ids of staff. */
export type OfficeRefund = {
  readonly id: string
  readonly payment: string
  readonly amountCents: number
  readonly reason: string
  readonly note: string
  readonly state: RefundState
  readonly askedBy: string
  readonly askedAt: Temporal.Instant
  readonly decidedBy: string | null
  readonly decidedAt: Temporal.Instant | null
  readonly answer: string | null
  readonly failure: string | null
  readonly closedAt: Temporal.Instant | null
}

/** Money that was taken for a case. `leftCents`: what can still be asked for. */
export type TakenPayment = {
  readonly id: string
  readonly method: string | null
  readonly takenAt: Temporal.Instant | null
  readonly capturedCents: number
  readonly refundedCents: number
  readonly takenBackCents: number
  readonly leftCents: number
}

export type MoneyOfCase = { readonly payments: readonly TakenPayment[]; readonly refunds: readonly OfficeRefund[] }

/** What was taken for a case and what of it was or is to be given back, for the office. */
export const moneyOfCase = query({
  name: 'filing.money-of-case',
  allow: ({ kind }, _input: { caseId: string }) => kind === 'staff',
  async run({ tx, services: { keys } }, { caseId }): Promise<MoneyOfCase> {
    const refunds = (await listRefundsOfCase(tx, caseId)).map((row): OfficeRefund => {
      const { id, account, answer_sealed: answer } = row
      return {
        id,
        payment: row.payment,
        amountCents: row.amount_cents,
        reason: row.reason,
        note: openNote(keys, { account, id, column: 'note_sealed' }, row.note_sealed),
        state: row.state,
        askedBy: row.asked_by,
        askedAt: row.asked_at,
        decidedBy: row.decided_by,
        decidedAt: row.decided_at,
        answer: answer ? openNote(keys, { account, id, column: 'answer_sealed' }, answer) : null,
        failure: row.failure,
        closedAt: row.closed_at,
      }
    })
    const waiting = (payment: string) =>
      refunds
        .filter((refund) => refund.payment === payment && (refund.state === 'asked' || refund.state === 'agreed'))
        .reduce((sum, { amountCents }) => sum + amountCents, 0)
    const payments = (await listPaymentsOfCase(tx, caseId)).map((row): TakenPayment => {
      const { id, method, captured_cents: capturedCents, refunded_cents: refundedCents, taken_back_cents: takenBackCents } = row
      const left = row.state === 'captured' ? capturedCents - refundedCents - takenBackCents - waiting(id) : 0
      return { id, method, takenAt: row.closed_at, capturedCents, refundedCents, takenBackCents, leftCents: Math.max(0, left) }
    })
    return { payments, refunds }
  },
})

/** A refund as its own person sees it: only what two people of the agency agreed on. */
export type OwnRefund = {
  readonly id: string
  readonly amountCents: number
  readonly reason: string
  readonly state: RefundState
  readonly at: Temporal.Instant
}

/** What is the matter with the fee of a case of one's own, null: nothing; and what is given back. In one statement, for the page of the case. */
export const moneyOfOwnCase = query({
  name: 'filing.money-of-own-case',
  allow: ({ kind }, _input: { caseId: string }) => kind === 'account',
  async run({ tx }, { caseId }): Promise<{ payment: MarkedCase | null; refunds: readonly OwnRefund[] }> {
    const { payment, refunds } = await findOwnMoney(tx, caseId)
    return { payment: payment && markedOf(payment), refunds: (refunds ?? []).map(({ at, ...refund }) => ({ ...refund, at: Temporal.Instant.from(at) })) }
  },
})

const waitingMost = 200

export type RefundToDecide = {
  readonly id: string
  readonly receiptNumber: string
  readonly amountCents: number
  readonly reason: string
  readonly state: RefundState
  readonly askedBy: string
  readonly askedAt: Temporal.Instant
}

/** What waits for a second person, and what failed and is to be looked at; the longest wait first. */
export const refundsToDecide = query({
  name: 'filing.refunds-to-decide',
  allow: ({ kind }, _input: Record<string, never>) => kind === 'staff',
  run: async ({ tx }): Promise<readonly RefundToDecide[]> =>
    (await listRefundsToDecide(tx, waitingMost)).map((row) => ({
      id: row.id,
      receiptNumber: row.receipt_number,
      amountCents: row.amount_cents,
      reason: row.reason,
      state: row.state,
      askedBy: row.asked_by,
      askedAt: row.asked_at,
    })),
})
