import { plainText } from '../../platform/http/answer.ts'
import { endpoint, records } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { operation } from '../../platform/operation.ts'
import type { PayEvent } from '../../platform/pay/index.ts'
import { paths } from '../../platform/paths.ts'
import { insertPaymentEvent } from './payment-store.ts'

/** Keeps an event of the provider once and queues that it is asked; the same event again does nothing. */
export const notePaymentEvent = operation({
  name: 'filing.note-payment-event',
  gate: true,
  allow: (_actor, _input: PayEvent) => true,
  refusals: [],
  async run({ tx, now, enqueue, audit }, event) {
    const isNew = await insertPaymentEvent(tx, event, now)
    audit({ subject: event.eventId, detail: { kind: event.kind, isNew } })
    if (isNew) await enqueue('filing.settle-payment', { provider: event.providerId })
    return { isNew }
  },
})

/** Where the provider sends its news. What is not signed by it is refused without a word of why. */
export const paymentEventsEndpoint = endpoint({
  path: paths.paymentEvents,
  method: 'POST',
  access: anyone,
  audit: records(notePaymentEvent),
  provesItself: 'the provider signs its events (Standard Webhooks 1.0)',
  rawBody: true,
  async run(context, { raw, headers }) {
    const { pay, clock } = context.services
    const event = raw && pay.verifyEvent(headers, raw, clock.now())
    if (!event) return plainText('', 400)
    await context.perform(notePaymentEvent, event)
    return plainText('', 200)
  },
})
