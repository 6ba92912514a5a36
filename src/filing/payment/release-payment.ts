import { asActor } from '../../platform/db/transaction.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { PayFailure, type PayPort, type ProviderState } from '../../platform/pay/index.ts'
import { providerOf } from './pay-service.ts'
import { findPayment, lockPayment, type Payment, recordPayment } from './payment-store.ts'

type Moved = { readonly capturedCents: number; readonly refundedCents: number; readonly takenBackCents: number }
type Released = Moved & { readonly payment: string }

const recordRelease = operation({
  name: 'filing.record-release',
  allow: ({ kind }, _input: Released) => kind === 'system',
  refusals: [],
  async run({ tx, now, audit }, { payment: id, capturedCents, refundedCents, takenBackCents }) {
    const payment = await lockPayment(tx, id)
    audit({ subject: payment?.submission ?? id, detail: { payment: id, capturedCents, refundedCents, takenBackCents } })
    if (payment?.state !== 'releasing') return undefined
    await recordPayment(tx, id, {
      state: 'released',
      captured_cents: capturedCents,
      refunded_cents: refundedCents,
      taken_back_cents: takenBackCents,
      moved_at: now,
      closed_at: now,
    })
    return undefined
  },
})

/** Every checkout of an intent: also one that was opened and never written down. */
async function checkoutsOf(pay: PayPort, { id, provider_id }: Payment): Promise<readonly string[]> {
  if (provider_id) return [provider_id]
  return (await pay.findByReference(id)).map(({ providerId }) => providerId)
}

/** Lets go of what is open or held, and gives back what was taken after all. */
async function letGo(pay: PayPort, payment: string, providerId: string): Promise<ProviderState> {
  try {
    return await pay.cancel(providerId, `${payment}:release:${providerId}`)
  } catch (fault) {
    if (!(fault instanceof PayFailure) || fault.reason !== 'not-allowed-now') throw fault
    const found = await pay.find(providerId)
    // What the bank took back is with its payer again: given back as well, it would be paid out twice.
    const owing = found.capturedCents - found.refundedCents - found.takenBackCents
    return owing > 0 ? pay.refund(providerId, owing, `${payment}:refund:${providerId}`) : found
  }
}

/** Gives money back that no filing came of. */
export const releasePaymentJob: Job = {
  task: 'filing.release-payment',
  async run(context, payload) {
    const id = String(payload.payment)
    const payment = await asActor(context.pool, context.actor, { readOnly: true }, (tx) => findPayment(tx, id))
    if (payment?.state !== 'releasing') return
    const pay = providerOf(context.services, payment)
    const states: ProviderState[] = []
    for (const providerId of await checkoutsOf(pay, payment)) states.push(await letGo(pay, id, providerId))
    // A debit on its way can be neither stopped nor given back: asked again later, it is sure or it came back.
    if (states.some(({ status }) => status === 'processing' || status === 'pending')) return
    const sum = (of: (state: ProviderState) => number) => states.reduce((total, state) => total + of(state), 0)
    await context.perform(recordRelease, {
      payment: id,
      capturedCents: sum((state) => state.capturedCents),
      refundedCents: sum((state) => state.refundedCents),
      takenBackCents: sum((state) => state.takenBackCents),
    })
  },
}
