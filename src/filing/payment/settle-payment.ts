import { asActor } from '../../platform/db/transaction.ts'
import type { Job, JobContext } from '../../platform/jobs/job.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import type { ProviderState } from '../../platform/pay/index.ts'
import { type Draft, replayOf } from '../draft/draft.ts'
import { lockDraft } from '../draft/lock-draft.ts'
import { findSignature, type SignatureRow } from '../signature/signature-store.ts'
import { signatureCovers, receiveFiling } from '../submission/receive-filing.ts'
import { findSubmission, type PricedLine, recordFee } from '../submission/submission-store.ts'
import { waivedFor } from '../waiver/waiver.ts'
import { lockWaivers } from '../waiver/waiver-store.ts'
import { closes, isPaid, isPayable, jobGraceSeconds, nextCheckAt } from './payment.ts'
import { findPayment, findPaymentAtProvider, lockPayment, type Payment, recordPayment } from './payment-store.ts'

/** Why money that was held is let go. */
type LetGoReason = 'amount-differs' | 'draft-gone' | 'already-submitted' | 'changed-since-signed' | 'fee-waived'

/**
 * Brings a payment to where the provider says it stands. Authorised: the filing is received in this transaction and the
 * capture queued; what can no longer be received is let go. Draft before payment: every transaction locks in this order.
 */
export const settlePayment = operation({
  name: 'filing.settle-payment',
  allow: ({ kind }, _input: { payment: string; found: ProviderState }) => kind === 'system',
  refusals: [],
  async run(context, { payment: id, found }) {
    const { tx, now, audit } = context
    const known = await findPayment(tx, id)
    const submission = known && (await findSubmission(tx, known.submission))
    if (!known || !submission) throw new Error('There is no such payment')
    const draft = await lockDraft(context, submission.draft)
    const payment = await lockPayment(tx, id)
    audit({ subject: submission.id, account: known.account, detail: { payment: id, status: found.status } })
    if (!payment || !isPayable(payment.state)) return undefined
    if (isPaid(found.status)) return receivePaid(context, { payment, found, draft })
    if (closes(found.status)) return recordPayment(tx, id, { state: found.status, closed_at: now })
    if (found.status !== 'open' && found.status !== 'pending') return undefined
    return recordPayment(tx, id, { state: found.status, next_check_at: nextCheckAt(payment.begun_at, now) })
  },
})

type Paid = { payment: Payment; found: ProviderState; draft: Draft | undefined }

async function receivePaid(context: OperationContext, { payment, found, draft }: Paid): Promise<void> {
  const { tx, now, enqueue, audit } = context
  const signature = payment.signature ? await findSignature(tx, payment.signature) : undefined
  const waived = await waivedMeanwhile(context, payment, draft)
  const reason = (await reasonToLetGo(context, { payment, found, draft }, signature)) ?? (waived ? 'fee-waived' : null)
  const next_check_at = now.add({ seconds: jobGraceSeconds })
  const { submission } = payment
  if (reason || !draft || !signature) {
    audit({ detail: { payment: payment.id, status: found.status, letGo: reason } })
    await recordPayment(tx, payment.id, { state: 'releasing', reason, authorised_at: now, next_check_at })
    await enqueue('filing.release-payment', { payment: payment.id }, { jobKey: `release:${payment.id}` })
    if (reason !== 'fee-waived' || !draft || !signature || !waived || waived.sumCents > 0) return
    // Nothing is left to pay, and the person pressed Pay and submit: it is submitted, and nothing is charged.
    audit({ detail: { payment: payment.id, status: found.status, letGo: reason, received: true, waivedCents: waived.waivedCents } })
    await recordFee(tx, submission, waived)
    await receiveFiling(context, { draft, signature, submission })
    await enqueue('filing.make-fee-receipt', { submission })
    return
  }
  await recordFee(tx, submission, feeOf(payment.lines))
  await receiveFiling(context, { draft, signature, submission })
  await recordPayment(tx, payment.id, { state: 'authorised', authorised_at: now, next_check_at })
  await enqueue('filing.capture-payment', { payment: payment.id }, { jobKey: `capture:${payment.id}` })
}

const sum = (cents: readonly number[]) => cents.reduce((all, one) => all + one, 0)

/** What lines come to: the sum that is charged, and what of it was waived. */
function feeOf(lines: readonly PricedLine[]) {
  const waived = lines.filter(({ notCharged }) => notCharged === 'waived')
  return {
    lines,
    sumCents: sum(lines.map(({ amountCents }) => amountCents)),
    waivedCents: sum(waived.map(({ scheduledCents = 0 }) => scheduledCents)),
  }
}

/** What the fee has become when the office waived it while it was being paid; undefined: it did not. */
async function waivedMeanwhile({ tx, now, services }: OperationContext, { lines }: Payment, draft: Draft | undefined) {
  if (!draft) return undefined
  await lockWaivers(tx, draft.id)
  const granted = await waivedFor({ tx, services }, draft, replayOf(services.agency, draft, now))
  const isWaived = ({ code, amountCents }: PricedLine) => amountCents > 0 && granted.has(code)
  if (!lines.some(isWaived)) return undefined
  return feeOf(
    lines.map((line) =>
      isWaived(line) ? { ...line, amountCents: 0, notCharged: 'waived' as const, scheduledCents: line.amountCents } : line,
    ),
  )
}

async function reasonToLetGo(
  context: OperationContext,
  { payment, found, draft }: Paid,
  signature: SignatureRow | undefined,
): Promise<LetGoReason | null> {
  if (found.amountCents !== payment.amount_cents || found.currency !== payment.currency) return 'amount-differs'
  if (!draft || !signature) return 'draft-gone'
  if (draft.submission) return 'already-submitted'
  return (await signatureCovers(context, draft, signature)) ? null : 'changed-since-signed'
}

/** Asks the provider how a payment stands and settles it when that is news. Transient failures are thrown. */
export async function askAndSettle(context: JobContext, payment: Payment): Promise<void> {
  if (!isPayable(payment.state) || !payment.provider_id) return
  const found = await context.services.pay.find(payment.provider_id)
  if (found.status === payment.state) return
  await context.perform(settlePayment, { payment: payment.id, found })
}

/** News came of a payment: the event is only the reason to ask, whatever it said and in whatever order it came. */
export const settlePaymentJob: Job = {
  task: 'filing.settle-payment',
  async run(context, payload) {
    const payment = await asActor(context.pool, context.actor, { readOnly: true }, (tx) =>
      findPaymentAtProvider(tx, String(payload.provider)),
    )
    if (payment) await askAndSettle(context, payment)
  },
}
