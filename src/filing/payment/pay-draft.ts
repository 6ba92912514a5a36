import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { isTakenOn } from '../catalogue/forms.ts'
import { type Draft, expiryOf, replayOf } from '../draft/draft.ts'
import { recordExtension } from '../draft/draft-store.ts'
import { lockDraftToFile } from '../draft/lock-draft.ts'
import { mayFile } from '../draft/start-draft.ts'
import { recentProofOf } from '../signature/recent-proof.ts'
import { findLastSignature, type SignatureRow } from '../signature/signature-store.ts'
import { beginSubmission, type Price } from '../submission/begin-submission.ts'
import { priceOf } from '../submission/price.ts'
import { signatureCovers } from '../submission/receive-filing.ts'
import { jobGraceSeconds } from './payment.ts'
import { countPayments, insertPayment, lockLivePayment, type Payment, recordPayment } from './payment-store.ts'

export type Paying = {
  readonly draft: string
  /** The sum that the page showed, in cents. */
  readonly shownCents: number
  readonly language: string
}

/** `payment` null: it had been submitted already. */
export type Begun = { readonly submission: string; readonly payment: string | null }

export type PayRefusal = 'not-signed' | 'fees-changed' | 'nothing-to-pay'
type Refusal = PayRefusal | 'draft-not-open' | 'no-recent-proof'

/**
 * Pay and submit inside the caller's operation, over a locked draft: commits a payment intent and the job that prepares it. The
 * price is reckoned now, and must be the one that was shown. Pressed again, by whomever and however often at once, it gives the
 * same intent; after a change of the answers or the fees, the old one is let go and another begun.
 */
export async function payLocked(context: OperationContext, draft: Draft, { shownCents, language }: Omit<Paying, 'draft'>): Promise<Begun | { refused: PayRefusal }> {
  const { tx, now, services, audit } = context
  if (draft.submission) return { submission: draft.submission, payment: null }
  const signature = await findLastSignature(tx, draft.id)
  if (!signature || !(await signatureCovers(context, draft, signature))) return { refused: 'not-signed' }
  const replay = replayOf(services.agency, draft, now)
  // What was signed in time and not paid in time is on an edition that the agency no longer takes.
  if (!isTakenOn(replay.definition, replay.today)) return { refused: 'not-signed' }
  const price = await priceOf(context, draft, replay, language)
  if (price.sumCents === 0) return { refused: 'nothing-to-pay' }
  if (price.sumCents !== shownCents) return { refused: 'fees-changed' }
  const submission = await beginSubmission(context, draft, price)
  const payment = await openIntent(context, draft, { submission, signature, price })
  await recordExtension(tx, draft.id, now, expiryOf(services.agency, now))
  audit({ subject: submission, account: draft.account, detail: { draft: draft.id, payment, amountCents: price.sumCents } })
  return { submission, payment }
}

/** Pay and submit, by the person whose draft it is. */
export const payDraft = operation({
  name: 'filing.pay',
  allow: (actor, _input: Paying) => mayFile(actor),
  refusals: ['draft-not-open', 'not-signed', 'fees-changed', 'nothing-to-pay', 'no-recent-proof'],
  async run(context, { draft: id, ...paying }): Promise<Begun | { refused: Refusal }> {
    const { refuse } = context
    const draft = await lockDraftToFile(context, id)
    if (!draft) return refuse('draft-not-open')
    const begun = await payLocked(context, draft, paying)
    if ('refused' in begun) return refuse(begun.refused)
    // Whatever was begun is undone with the refusal.
    if (begun.payment && !(await recentProofOf(context))) return refuse('no-recent-proof')
    return begun
  },
})

type Intent = { submission: string; signature: SignatureRow; price: Price }

/** The attempt under way if it is for this signature and price; else that one is let go and another begun. */
async function openIntent(context: OperationContext, draft: Draft, intent: Intent): Promise<string> {
  const { tx, now, services, enqueue } = context
  const { submission, signature, price } = intent
  const live = await lockLivePayment(tx, submission)
  if (live && fits(live, intent)) return live.id
  if (live) await letGo(context, live)
  const id = newId()
  await insertPayment(tx, {
    id,
    submission,
    provider: services.pay.name,
    account: draft.account,
    attempt: (await countPayments(tx, submission)) + 1,
    signature: signature.id,
    amount_cents: price.sumCents,
    currency: services.agency.currency,
    lines: price.lines,
    begun_at: now,
    next_check_at: now.add({ seconds: jobGraceSeconds }),
  })
  await enqueue('filing.prepare-payment', { payment: id }, { jobKey: `prepare:${id}` })
  return id
}

const fits = (live: Payment, { signature, price }: Intent): boolean =>
  live.signature === signature.id && live.amount_cents === price.sumCents

async function letGo({ tx, now, enqueue }: OperationContext, { id }: Payment): Promise<void> {
  const next_check_at = now.add({ seconds: jobGraceSeconds })
  await recordPayment(tx, id, { state: 'releasing', reason: 'replaced', next_check_at })
  await enqueue('filing.release-payment', { payment: id }, { jobKey: `release:${id}` })
}
