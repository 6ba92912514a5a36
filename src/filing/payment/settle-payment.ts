import { asActor } from '../../platform/db/transaction.ts'
import { isId } from '../../platform/ids.ts'
import type { Job, JobContext } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { PayFailure, type ProviderState } from '../../platform/pay/index.ts'
import { lockDraftToFile } from '../draft/lock-draft.ts'
import { findSubmission } from '../submission/submission-store.ts'
import { followRefundsOf } from '../refund/follow-refunds.ts'
import { followTaken } from './follow-taken.ts'
import { payProviders, providerOf } from './pay-service.ts'
import { closes, isFollowed, isPaid, isPayable, nextCheckAt } from './payment.ts'
import { findPayment, findPaymentAtProvider, lockPayment, type Payment, recordPayment } from './payment-store.ts'
import { receivePaid } from './receive-paid.ts'

/**
 * Brings a payment to where the provider says it stands. Authorised: the filing is received in this transaction and the
 * capture queued; what can no longer be received is let go. Processing: received too, and followed until it is sure or
 * sent back. Captured: what a bank takes back is written down. Draft before payment, payment before case: every
 * transaction locks in this order.
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
    const draft = await lockDraftToFile(context, submission.draft)
    const payment = await lockPayment(tx, id)
    audit({ subject: submission.id, account: known.account, detail: { payment: id, status: found.status } })
    if (!payment || !isFollowed(payment.state)) return undefined
    if (!isPayable(payment.state)) return followTaken(context, { payment, found, submission })
    if (isPaid(found.status)) return receivePaid(context, { payment, found, draft })
    if (closes(found.status)) return recordPayment(tx, id, { state: found.status, closed_at: now })
    // Sent back before we heard that it was on its way: nothing was received, and another way to pay is open.
    // What was sure for a while is written down with what the bank took back of it.
    if (found.status === 'returned') {
      const moved = { captured_cents: found.capturedCents, taken_back_cents: found.takenBackCents, moved_at: now }
      return recordPayment(tx, id, { state: 'declined', reason: 'returned', closed_at: now, ...moved })
    }
    if (found.status !== 'open' && found.status !== 'pending') return undefined
    return recordPayment(tx, id, { state: found.status, next_check_at: nextCheckAt(payment.begun_at, now) })
  },
})

/** Whether the provider says anything that is not written down yet. */
const isNews = ({ state, dispute, taken_back_cents }: Payment, found: ProviderState): boolean =>
  found.status !== state || (found.dispute?.status ?? null) !== dispute || found.takenBackCents !== taken_back_cents

/** Asks the provider how a payment stands and settles it when that is news. Transient failures are thrown. */
export async function askAndSettle(context: JobContext, payment: Payment): Promise<void> {
  if (!isFollowed(payment.state) || !payment.provider_id) return
  const found = await providerOf(context.services, payment).find(payment.provider_id)
  if (isNews(payment, found)) await context.perform(settlePayment, { payment: payment.id, found })
}

/** The payment an id of a provider is about: its checkout's, or another of the provider's that leads to our reference. */
async function paymentBehind({ pool, actor, services }: JobContext, id: string, at: string): Promise<Payment | undefined> {
  const reading = { readOnly: true }
  const known = await asActor(pool, actor, reading, (tx) => findPaymentAtProvider(tx, id))
  const pay = payProviders(services).find(({ name }) => name === at)
  if (known || !pay) return known
  try {
    const { reference } = await pay.find(id)
    return isId(reference) ? await asActor(pool, actor, reading, (tx) => findPayment(tx, reference)) : undefined
  } catch (fault) {
    if (fault instanceof PayFailure && fault.reason === 'no-such-checkout') return undefined
    throw fault
  }
}

/** News came of a payment: the event is only the reason to ask, whatever it said and in whatever order it came. */
export const settlePaymentJob: Job = {
  task: 'filing.settle-payment',
  async run(context, payload) {
    const payment = await paymentBehind(context, String(payload.provider), String(payload.at))
    if (!payment) return
    await askAndSettle(context, payment)
    if (payment.state === 'captured') await followRefundsOf(context, payment.id)
  },
}
