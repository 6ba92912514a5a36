import { plainText } from '../../platform/http/answer.ts'
import { endpoint, records } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { operation } from '../../platform/operation.ts'
import type { EventHeaders, PayEvent } from '../../platform/pay/index.ts'
import { paths } from '../../platform/paths.ts'
import type { Services } from '../../platform/services.ts'
import { payProviders } from './pay-service.ts'
import { insertPaymentEvent } from './payment-store.ts'

/** `at`: the provider that signed it. */
type Signed = { readonly event: PayEvent; readonly at: string }

/** Keeps an event of the provider once and queues that it is asked; the same event again does nothing. */
export const notePaymentEvent = operation({
  name: 'filing.note-payment-event',
  gate: true,
  allow: (_actor, _input: Signed) => true,
  refusals: [],
  async run({ tx, now, enqueue, audit }, { event, at }) {
    const isNew = await insertPaymentEvent(tx, event, now)
    audit({ subject: event.eventId, detail: { kind: event.kind, isNew } })
    if (isNew) await enqueue('filing.settle-payment', { provider: event.providerId, at })
    return { isNew }
  },
})

/** The event of a body that one of the providers signed. */
function signedBy(services: Services, headers: EventHeaders, raw: Uint8Array): Signed | 'unrelated' | null {
  for (const pay of payProviders(services)) {
    const event = pay.verifyEvent(headers, raw, services.clock.now())
    if (event) return event === 'unrelated' ? event : { event, at: pay.name }
  }
  return null
}

/** Where the provider sends its news. What is not signed by it is refused without a word of why. */
export const paymentEventsEndpoint = endpoint({
  path: paths.paymentEvents,
  method: 'POST',
  access: anyone,
  audit: records(notePaymentEvent),
  provesItself: 'the provider signs its events, in its own scheme',
  rawBody: true,
  async run(context, { raw, headers }) {
    const heard = raw && signedBy(context.services, headers, raw)
    if (!heard) return plainText('', 400)
    // Whoever set the provider up subscribed to more than is needed; refused, it would come again and again.
    if (heard === 'unrelated') return plainText('', 200)
    await context.perform(notePaymentEvent, heard)
    return plainText('', 200)
  },
})
