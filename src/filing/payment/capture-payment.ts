import { asActor } from '../../platform/db/transaction.ts'
import type { Job, JobContext } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { PayFailure, type ProviderState } from '../../platform/pay/index.ts'
import { providerOf } from './pay-service.ts'
import { findPayment, lockPayment, type Payment, recordPayment } from './payment-store.ts'

/** Writes down what was taken, for which the person then gets a receipt, or that it no longer could be taken. */
const recordCapture = operation({
  name: 'filing.record-capture',
  allow: ({ kind }, _input: { payment: string; found: ProviderState }) => kind === 'system',
  refusals: [],
  async run({ tx, now, audit, enqueue }, { payment: id, found }) {
    const payment = await lockPayment(tx, id)
    const { status, capturedCents } = found
    audit({ subject: payment?.submission ?? id, detail: { payment: id, status, capturedCents } })
    if (payment?.state !== 'authorised') return undefined
    if (status === 'captured') {
      await recordPayment(tx, id, { state: 'captured', captured_cents: capturedCents, moved_at: now, closed_at: now })
      await enqueue('filing.make-fee-receipt', { submission: payment.submission })
    } else {
      await recordPayment(tx, id, { state: 'not-captured', reason: status, closed_at: now })
    }
    return undefined
  },
})

/** Asks for the whole amount under the one key of this payment; refused for good, how it stands is what counts. */
async function captureAtProvider(
  { services }: JobContext,
  payment: Payment,
): Promise<ProviderState | null> {
  const { id } = payment
  const providerId = payment.provider_id as string
  const pay = providerOf(services, payment)
  try {
    return await pay.capture(providerId, `${id}:capture`)
  } catch (fault) {
    if (!(fault instanceof PayFailure) || fault.reason !== 'not-allowed-now') throw fault
    const found = await pay.find(providerId)
    if (found.status === 'authorised' || found.status === 'pending') throw fault
    return found
  }
}

/** Takes the money of a filing that was received. */
export const capturePaymentJob: Job = {
  task: 'filing.capture-payment',
  async run(context, payload) {
    const id = String(payload.payment)
    const payment = await asActor(context.pool, context.actor, { readOnly: true }, (tx) => findPayment(tx, id))
    if (payment?.state !== 'authorised') return
    const found = await captureAtProvider(context, payment)
    if (found) await context.perform(recordCapture, { payment: id, found })
  },
}
