import type { Job, JobContext } from '../../platform/jobs/job.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { operation } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { type PayCheckout, PayFailure } from '../../platform/pay/index.ts'
import type { Services } from '../../platform/services.ts'
import { nextCheckAt } from './payment.ts'
import { providerOf } from './pay-service.ts'
import { findPayment, lockPayment, type Payment, recordPayment } from './payment-store.ts'

type Opened = { readonly providerId: string; readonly url: string }

/** What was opened at the provider; `wanted` false: the intent had been let go meanwhile. */
const recordOpened = operation({
  name: 'filing.record-payment-opened',
  allow: ({ kind }, _input: { payment: string; opened: Opened }) => kind === 'system',
  refusals: [],
  async run({ tx, now, audit }, { payment: id, opened }): Promise<{ wanted: boolean }> {
    const payment = await lockPayment(tx, id)
    audit({ subject: payment?.submission ?? id, detail: { payment: id } })
    if (payment?.state !== 'preparing') return { wanted: payment?.provider_id === opened.providerId }
    await recordPayment(tx, id, {
      state: 'open',
      provider_id: opened.providerId,
      provider_url: opened.url,
      next_check_at: nextCheckAt(payment.begun_at, now),
    })
    return { wanted: true }
  },
})

const recordNotOpened = operation({
  name: 'filing.record-payment-failed',
  allow: ({ kind }, _input: { payment: string; reason: string }) => kind === 'system',
  refusals: [],
  async run({ tx, now, audit }, { payment: id, reason }) {
    const payment = await lockPayment(tx, id)
    audit({ subject: payment?.submission ?? id, detail: { payment: id, reason } })
    if (payment?.state === 'preparing') await recordPayment(tx, id, { state: 'failed', reason, closed_at: now })
    return undefined
  },
})

function checkoutOf({ publicUrl }: Services, payment: Payment): PayCheckout {
  const back = publicUrl + paths.submission({ submission: payment.submission })
  return {
    amountCents: payment.amount_cents,
    currency: payment.currency,
    reference: payment.id,
    lines: payment.lines
      .filter(({ amountCents }) => amountCents > 0)
      .map(({ label, amountCents }) => ({ label, amountCents })),
    returnUrl: `${back}?back=paid`,
    cancelUrl: `${back}?back=left`,
    webhookUrl: publicUrl + paths.paymentEvents(),
  }
}

/** Opened once, whatever breaks: the intent's id is the key, and the reference by which an opened one is found again. */
async function openAtProvider(services: Services, payment: Payment): Promise<Opened> {
  const pay = providerOf(services, payment)
  try {
    return await pay.open(checkoutOf(services, payment), payment.id)
  } catch (fault) {
    const [found] = isUsedKey(fault) ? await pay.findByReference(payment.id) : []
    if (!found) throw fault
    return found
  }
}

const isUsedKey = (fault: unknown) => fault instanceof PayFailure && fault.reason === 'key-used-otherwise'

async function prepare(context: JobContext, id: string): Promise<void> {
  const payment = await asActor(context.pool, context.actor, { readOnly: true }, (tx) => findPayment(tx, id))
  if (payment?.state !== 'preparing') return
  try {
    const opened = await openAtProvider(context.services, payment)
    const recorded = await context.perform(recordOpened, { payment: id, opened })
    if (recorded.ok && !recorded.output.wanted)
      await providerOf(context.services, payment).cancel(opened.providerId, `${id}:unwanted`)
  } catch (fault) {
    if (!(fault instanceof PayFailure) || fault.isTransient) throw fault
    await context.perform(recordNotOpened, { payment: id, reason: fault.reason })
  }
}

/** Opens the provider's page for an intent. The key makes it one page, however often this runs. */
export const preparePaymentJob: Job = {
  task: 'filing.prepare-payment',
  run: (context, payload) => prepare(context, String(payload.payment)),
}
