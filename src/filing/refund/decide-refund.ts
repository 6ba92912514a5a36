import { isId, newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { findPayment } from '../payment/payment-store.ts'
import { findSubmission } from '../submission/submission-store.ts'
import { sealNote } from './refund.ts'
import { findRefund, insertRefund, lockRefund, lockRefundable, recordRefund, type RefundRow } from './refund-store.ts'

type Deciding = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue' | 'audit'>

export type RefundToAsk = {
  /** Chosen with the form: pressed twice, it is asked for once. Becomes the refund's id. */
  readonly key: string
  readonly caseId: string
  readonly payment: string
  /** More than 0, in cents. */
  readonly amountCents: number
  /** One of the pack's reasons. */
  readonly reason: string
  /** Why, for whoever is to agree; kept sealed. Not empty. */
  readonly note: string
}

/**
 * Asks, inside the caller's transaction, that money of a filing is given back. Nothing moves before a second person agrees.
 * `too-much`: more than what was taken and not given back, asked for or taken back by a bank.
 */
export async function askForRefund(context: Deciding, asked: RefundToAsk): Promise<{ id: string } | 'no-payment' | 'too-much'> {
  const { tx, actor, now, services, audit } = context
  const payment = await findPayment(tx, asked.payment)
  const submission = payment && (await findSubmission(tx, payment.submission))
  if (!payment || submission?.case !== asked.caseId) return 'no-payment'
  const left = await lockRefundable(tx, payment.id)
  const same = await findRefund(tx, asked.key)
  if (same) return same.payment === payment.id && same.asked_by === actor.id ? { id: same.id } : 'no-payment'
  if (left === null) return 'no-payment'
  if (asked.amountCents < 1 || asked.amountCents > left) return 'too-much'
  const [id, account] = [asked.key, payment.account]
  await insertRefund(tx, {
    id,
    payment: payment.id,
    account,
    case: asked.caseId,
    amount_cents: asked.amountCents,
    reason: asked.reason,
    note_sealed: sealNote(services.keys, { account, id, column: 'note_sealed' }, asked.note),
    asked_by: actor.id as string,
    asked_at: now,
    receipt_key: newId(),
  })
  audit({ subject: asked.caseId, account, detail: { refund: id, amountCents: asked.amountCents, reason: asked.reason } })
  return { id }
}

export type RefundAnswer = {
  readonly caseId: string
  readonly refund: string
  readonly agreed: boolean
  /** What the one who decides says to the one who asked; kept sealed. May be empty. */
  readonly answer: string
}

/** A refund by an id out of an address, as the office may see it. */
export const refundOfOffice = ({ tx }: Pick<Deciding, 'tx'>, id: string): Promise<RefundRow | undefined> =>
  isId(id) ? findRefund(tx, id) : Promise.resolve(undefined)

export type NotDecided = 'no-refund' | 'decided-already' | 'asked-by-you' | 'too-much'

/** The refund of that case, locked while it waits; the lock on its payment comes first, as everywhere. */
async function lockWaiting({ tx, audit }: Deciding, { caseId, refund: id }: Pick<RefundAnswer, 'caseId' | 'refund'>, known: RefundRow | undefined) {
  if (known?.case !== caseId) return 'no-refund' as const
  audit({ subject: caseId, account: known.account, detail: { refund: id, amountCents: known.amount_cents } })
  const left = await lockRefundable(tx, known.payment)
  const refund = await lockRefund(tx, id)
  return refund?.state === 'asked' ? { refund, left } : ('decided-already' as const)
}

/** The second person's word on a refund, inside the caller's transaction. Agreed, a job gives the money back. */
export async function decideRefund(context: Deciding, known: RefundRow | undefined, given: RefundAnswer): Promise<'decided' | NotDecided> {
  const { tx, actor, now, services, enqueue, audit } = context
  const found = await lockWaiting(context, given, known)
  if (typeof found === 'string') return found
  const { refund, left } = found
  if (refund.asked_by === actor.id) return 'asked-by-you'
  // What is asked for counts as gone already, so that less than nothing is left when a bank took money back meanwhile.
  if (given.agreed && (left === null || left < 0)) return 'too-much'
  const { account, id } = refund
  const answer_sealed = given.answer === '' ? null : sealNote(services.keys, { account, id, column: 'answer_sealed' }, given.answer)
  const decided = { decided_by: actor.id, decided_at: now, answer_sealed }
  audit({ detail: { refund: id, amountCents: refund.amount_cents, agreed: given.agreed } })
  if (!given.agreed) {
    await recordRefund(tx, id, { ...decided, state: 'declined', closed_at: now })
    return 'decided'
  }
  await recordRefund(tx, id, { ...decided, state: 'agreed', next_check_at: now.add({ minutes: 2 }) })
  await enqueue('filing.give-back', { refund: id }, { jobKey: `give-back:${id}` })
  return 'decided'
}

/** Who asked thought better of it, before anybody decided. */
export async function takeRefundBack(
  context: Deciding,
  known: RefundRow | undefined,
  named: Pick<RefundAnswer, 'caseId' | 'refund'>,
): Promise<'taken-back' | 'no-refund' | 'decided-already' | 'not-yours'> {
  const found = await lockWaiting(context, named, known)
  if (typeof found === 'string') return found
  if (found.refund.asked_by !== context.actor.id) return 'not-yours'
  await recordRefund(context.tx, found.refund.id, { state: 'taken-back', closed_at: context.now })
  return 'taken-back'
}
