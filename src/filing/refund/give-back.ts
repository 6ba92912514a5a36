import { tellOfCase } from '../../cases/index.ts'
import { asActor } from '../../platform/db/transaction.ts'
import type { Job, JobContext } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { PayFailure, type PayRefund } from '../../platform/pay/index.ts'
import { providerOf } from '../payment/pay-service.ts'
import { findPayment, lockPayment, type Payment, recordPayment } from '../payment/payment-store.ts'
import { findSubmission } from '../submission/submission-store.ts'
import { isGivenBack, nextRefundCheckAt, providerKeyOf, type RefundState, stateAt } from './refund.ts'
import { findRefund, lockRefund, recordRefund, type RefundRow } from './refund-store.ts'

type Heard = { readonly refund: string; readonly state: RefundState; readonly failure?: string }

/** States from which the provider's word leads on. One that was done can still come back: a bank does not take it. */
const isFollowed = (state: RefundState): boolean => state === 'agreed' || isGivenBack(state)

/**
 * What the provider made of a refund, with the payment's own sum of what was given back in the same transaction. The
 * person is told once that money comes, and once if it does not.
 */
const recordGivenBack = operation({
  name: 'filing.record-refund',
  allow: ({ kind }, _input: Heard) => kind === 'system',
  refusals: [],
  async run(context, { refund: id, state, failure }) {
    const { tx, now, audit, enqueue } = context
    const known = await findRefund(tx, id)
    const payment = known && (await lockPayment(tx, known.payment))
    const refund = known && (await lockRefund(tx, id))
    audit({ subject: refund?.case ?? id, ...(refund ? { account: refund.account } : {}), detail: { refund: id, status: state } })
    if (!refund || !payment || !isFollowed(refund.state)) return undefined
    if (refund.state === state) {
      if (state === 'done') return undefined
      return recordRefund(tx, id, { next_check_at: nextRefundCheckAt(refund.decided_at ?? now, now) })
    }
    const counted = (is: RefundState) => (isGivenBack(is) ? refund.amount_cents : 0)
    const refunded_cents = payment.refunded_cents + counted(state) - counted(refund.state)
    await recordPayment(tx, payment.id, { refunded_cents, moved_at: now })
    const isOver = state === 'done' || state === 'failed'
    await recordRefund(tx, id, {
      state,
      failure: state === 'failed' ? (failure ?? 'bank-did-not-take-it') : null,
      closed_at: isOver ? now : null,
      next_check_at: isOver ? null : nextRefundCheckAt(refund.decided_at ?? now, now),
    })
    if (state === 'done') await enqueue('filing.make-refund-receipt', { refund: id })
    const isNews = state === 'failed' ? isGivenBack(refund.state) : refund.state === 'agreed'
    const submission = isNews ? await findSubmission(tx, payment.submission) : undefined
    if (submission?.case && submission.receipt_number) await tellOfCase(context, submission.case, submission.receipt_number)
    return undefined
  },
})

/** Asks for the refund under its own key, or how it stands once it was asked for; null: the provider will never do it. */
async function atProvider({ services }: JobContext, payment: Payment, { id, state, amount_cents }: RefundRow): Promise<PayRefund | null> {
  const pay = providerOf(services, payment)
  const providerId = payment.provider_id as string
  const mine = (refunds: readonly PayRefund[]) => refunds.find(({ key }) => key === providerKeyOf(id))
  if (state !== 'agreed') {
    const found = mine((await pay.find(providerId)).refunds)
    if (!found) throw new Error('The provider knows nothing of a refund that it took on')
    return found
  }
  try {
    const found = mine((await pay.refund(providerId, amount_cents, providerKeyOf(id))).refunds)
    if (!found) throw new Error('The provider took a refund on and does not list it')
    return found
  } catch (fault) {
    if (!(fault instanceof PayFailure) || fault.isTransient) throw fault
    // Taken on before, and said so in another way than by the first answer.
    return mine((await pay.find(providerId)).refunds) ?? null
  }
}

/** Gives back what two people agreed on. Run again, it asks how that went. */
export const giveBackJob: Job = {
  task: 'filing.give-back',
  async run(context, payload) {
    const id = String(payload.refund)
    const { refund, payment } = await asActor(context.pool, context.actor, { readOnly: true }, async (tx) => {
      const found = await findRefund(tx, id)
      return { refund: found, payment: found && (await findPayment(tx, found.payment)) }
    })
    if (!refund || !payment || !isFollowed(refund.state)) return
    const found = await atProvider(context, payment, refund)
    const heard = found ? { state: stateAt(found) } : { state: 'failed' as const, failure: 'provider-refused' }
    await context.perform(recordGivenBack, { refund: id, ...heard })
  },
}
