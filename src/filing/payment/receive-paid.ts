import type { OperationContext } from '../../platform/operation.ts'
import type { ProviderState } from '../../platform/pay/index.ts'
import { type Draft, replayOf } from '../draft/draft.ts'
import { findSignature, type SignatureRow } from '../signature/signature-store.ts'
import { signatureCovers, receiveFiling } from '../submission/receive-filing.ts'
import { type PricedLine, recordFee } from '../submission/submission-store.ts'
import { waivedFor } from '../waiver/waiver.ts'
import { lockWaivers } from '../waiver/waiver-store.ts'
import { jobGraceSeconds, nextCheckAt } from './payment.ts'
import { type Payment, recordPayment } from './payment-store.ts'

/** Why money that was held is let go. */
type LetGoReason = 'amount-differs' | 'draft-gone' | 'already-submitted' | 'changed-since-signed' | 'fee-waived'

type Paid = { payment: Payment; found: ProviderState; draft: Draft | undefined }

/**
 * Money is held, taken or on its way: the filing is received in the caller's transaction. A card is captured by a job of
 * its own; a bank debit leaves the case marked as waiting for its payment. What can no longer be received is let go.
 */
export async function receivePaid(context: OperationContext, { payment, found, draft }: Paid): Promise<void> {
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
  const isDebit = found.status === 'processing'
  await receiveFiling(context, { draft, signature, submission, paymentPending: isDebit })
  const held = { ...paidWith(found), authorised_at: now }
  if (isDebit) {
    const nextAt = nextCheckAt(payment.begun_at, now, 'processing')
    return recordPayment(tx, payment.id, { ...held, state: 'processing', next_check_at: nextAt })
  }
  await recordPayment(tx, payment.id, { ...held, state: 'authorised', next_check_at })
  await enqueue('filing.capture-payment', { payment: payment.id }, { jobKey: `capture:${payment.id}` })
}

/** With what it is paid, as receipts say it; a provider that names no means of payment names no card either. */
const paidWith = ({ method, cardLast4 }: ProviderState) => ({
  method: method ?? null,
  card_last4: method === 'card' ? (cardLast4 ?? null) : null,
})

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

