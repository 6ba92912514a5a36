import { readAccountContact } from '../../accounts/index.ts'
import { caseFor } from '../../cases/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { mayFile } from '../draft/start-draft.ts'
import { markOf, type PaymentMark } from '../payment/payment-mark.ts'
import type { PaymentState } from '../payment/payment.ts'
import { findLastPayment, type Payment } from '../payment/payment-store.ts'
import { findSignature } from '../signature/signature-store.ts'
import { failedPaymentStatus } from './receive-filing.ts'
import { findSubmission, type SubmissionRow } from './submission-store.ts'

/** What a person sees once the filing was received. */
export type Received = {
  readonly receiptNumber: string
  readonly at: Temporal.Instant
  /** The day it counts for, where the agency is. */
  readonly on: Temporal.PlainDate
  /** The case was rejected because the bank sent the payment back. */
  readonly isRejectedForPayment: boolean
  readonly onlineAccountNumber: string
  /** Of the document that was signed. */
  readonly documentSha256: string
  /** Papers of the case that are ready, by kind. */
  readonly documents: ReadonlyMap<string, string>
}

export type StandingPayment = {
  readonly state: PaymentState
  readonly reason: string | null
  readonly url: string | null
  readonly begunAt: Temporal.Instant
  readonly method: string | null
  readonly card_last4: string | null
  /** When it was over: for what was taken, when that was. */
  readonly closedAt: Temporal.Instant | null
  readonly mark: PaymentMark | null
}

/** How a submission stands, for its owner. `payment` null: nothing was to be paid. */
export type Standing = {
  readonly id: string
  readonly draft: string
  readonly form: string
  readonly feeCents: number
  readonly payment: StandingPayment | null
  readonly received: Received | null
}

const paymentOf = (payment: Payment): StandingPayment => ({
  state: payment.state,
  reason: payment.reason,
  url: payment.provider_url,
  begunAt: payment.begun_at,
  method: payment.method,
  card_last4: payment.card_last4,
  closedAt: payment.closed_at,
  mark: markOf(payment),
})

/** A submission of the actor's own; null alike for unknown and somebody else's. */
export const submissionFor = query({
  name: 'filing.submission',
  allow: (actor, _input: { submission: string }) => mayFile(actor),
  async run(context, { submission: id }): Promise<Standing | null> {
    const row = isId(id) ? await findSubmission(context.tx, id) : undefined
    if (!row || !accountsOf(context.actor).includes(row.account)) return null
    const payment = await findLastPayment(context.tx, id)
    const received = row.receipt_number && row.received_at ? await receivedOf(context, row, row.receipt_number) : null
    const { draft, form, fee_cents: feeCents } = row
    return { id, draft, form, feeCents, payment: payment ? paymentOf(payment) : null, received }
  },
})

async function receivedOf(
  context: Parameters<typeof caseFor.run>[0],
  row: SubmissionRow,
  receiptNumber: string,
): Promise<Received> {
  const contact = await readAccountContact(context, row.account)
  const signature = row.signature ? await findSignature(context.tx, row.signature) : undefined
  const itsCase = await caseFor.run(context, { receiptNumber })
  return {
    receiptNumber,
    at: row.received_at as Temporal.Instant,
    on: row.received_on as Temporal.PlainDate,
    isRejectedForPayment: itsCase?.status === failedPaymentStatus,
    onlineAccountNumber: contact?.onlineAccountNumber ?? '',
    documentSha256: signature?.document_sha256 ?? '',
    documents: new Map(itsCase?.documents.map(({ kind, id }) => [kind, id])),
  }
}
