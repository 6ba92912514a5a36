import { enterStatusWhere, tellOfCase } from '../../cases/index.ts'
import { textOf, type MessageKey } from '../../platform/i18n/text.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { ProviderState } from '../../platform/pay/index.ts'
import { failedPaymentStatus, statusOfFiling } from '../submission/receive-filing.ts'
import type { SubmissionRow } from '../submission/submission-store.ts'
import { nextCheckAt } from './payment.ts'
import { type Payment, recordPayment } from './payment-store.ts'

type Following = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue' | 'audit'>
type Followed = { payment: Payment; found: ProviderState; submission: SubmissionRow }

/** What becomes of a filing that was received, when its debit is sure or sent back, or its charge is disputed. */
export async function followTaken(context: Following, followed: Followed): Promise<void> {
  const { payment, found } = followed
  if (payment.state === 'processing' && found.status === 'captured') await takeDebit(context, followed)
  else if (cameBack(found)) await rejectForDebit(context, followed)
  else if (payment.state === 'captured') await noteDispute(context, followed)
}

/** A provider that gives a debit up calls it what it likes: it is not coming. */
const cameBack = ({ status }: ProviderState) => ['returned', 'cancelled', 'expired', 'declined'].includes(status)

const reasonIn = ({ services: { agency } }: Following, key: MessageKey) => textOf(agency.languageOfRecord, agency.timeZone)(key)

/** The debit is sure: the mark is taken away where the office has not moved the case on, and the fee's receipt is made. */
async function takeDebit(context: Following, { payment, found, submission }: Followed): Promise<void> {
  const { tx, now, services, enqueue } = context
  await recordPayment(tx, payment.id, { state: 'captured', captured_cents: found.capturedCents, moved_at: now, closed_at: now })
  await enqueue('filing.make-fee-receipt', { submission: submission.id })
  const pending = statusOfFiling(services.agency, true)
  const status = statusOfFiling(services.agency, false)
  const entered = { receiptNumber: submission.receipt_number ?? '', status, reason: reasonIn(context, 'filing.payment.sure') }
  if (pending !== status) await enterStatusWhere(context, entered, ({ code }) => code === pending)
  await noteDispute(context, { payment: { ...payment, captured_cents: found.capturedCents }, found, submission })
}

/** Rejects the filing; one that was decided before stays as it is, for the office to look at. */
async function rejectForDebit(context: Following, { payment, found, submission }: Followed): Promise<void> {
  const { tx, now, audit } = context
  const captured = Math.max(payment.captured_cents, found.capturedCents)
  await recordPayment(tx, payment.id, {
    state: 'returned',
    captured_cents: captured,
    taken_back_cents: captured === 0 ? 0 : Math.min(captured, found.takenBackCents || captured),
    moved_at: now,
    returned_at: now,
    closed_at: now,
  })
  const entered = { receiptNumber: submission.receipt_number ?? '', status: failedPaymentStatus, reason: reasonIn(context, 'filing.payment.sent-back') }
  const rejected = await enterStatusWhere(context, entered, ({ final, decides, group }) => !final && !decides && group !== 'card')
  audit({ detail: { payment: payment.id, status: found.status, rejected } })
}

/** A dispute that opened, was won or was lost. The case goes on: what to do about it is for the office to decide. */
async function noteDispute(context: Following, { payment, found, submission }: Followed): Promise<void> {
  const { tx, now, audit } = context
  const { dispute, takenBackCents } = found
  if (!dispute || (dispute.status === payment.dispute && takenBackCents === payment.taken_back_cents)) return
  await recordPayment(tx, payment.id, {
    dispute: dispute.status,
    dispute_cents: Math.min(dispute.amountCents, payment.amount_cents),
    disputed_at: payment.disputed_at ?? now,
    taken_back_cents: Math.min(takenBackCents, payment.captured_cents),
    moved_at: now,
    next_check_at: nextCheckAt(payment.begun_at, now, 'captured'),
  })
  audit({ detail: { payment: payment.id, status: found.status, dispute: dispute.status } })
  if (submission.case && submission.receipt_number) await tellOfCase(context, submission.case, submission.receipt_number)
}
