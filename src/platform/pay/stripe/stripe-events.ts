import type Stripe from 'stripe'
import { z } from 'zod'
import type { EventHeaders, Heard, PayEventKind } from '../pay-port.ts'

const toleranceSeconds = 300

/** What each of Stripe's events is to us. It is only ever the reason to ask: what it says is not believed. */
const kinds: Record<string, PayEventKind | undefined> = {
  'checkout.session.completed': 'authorised',
  'checkout.session.async_payment_succeeded': 'captured',
  'checkout.session.async_payment_failed': 'returned',
  'checkout.session.expired': 'expired',
  'payment_intent.processing': 'processing',
  'payment_intent.payment_failed': 'declined',
  'payment_intent.canceled': 'cancelled',
  'charge.captured': 'captured',
  'charge.refunded': 'refunded',
  'refund.updated': 'refunded',
  'refund.failed': 'refunded',
  'charge.dispute.created': 'disputed',
  'charge.dispute.updated': 'disputed',
  'charge.dispute.closed': 'disputed',
  'charge.dispute.funds_withdrawn': 'disputed',
  'charge.dispute.funds_reinstated': 'disputed',
}

/** What an operator subscribes to. */
export const stripeEventTypes: readonly string[] = Object.keys(kinds)

const event = z.object({
  id: z.string().min(1).max(200),
  type: z.string(),
  data: z.object({
    object: z.object({
      id: z.string().min(1).max(200),
      object: z.string(),
      payment_intent: z.union([z.string().min(1).max(200), z.object({ id: z.string() })]).nullish(),
    }),
  }),
})

type EventObject = z.infer<typeof event>['data']['object']

/** The checkout, or the payment intent that leads to it. */
function subjectOf({ id, object, payment_intent: intent }: EventObject): string | undefined {
  if (object === 'checkout.session' || object === 'payment_intent') return id
  return typeof intent === 'string' ? intent : intent?.id
}

/** Stripe's own check looks back only: a time far ahead would let a delivery be played again until then. */
function isAhead(header: string, nowSeconds: number): boolean {
  const at = /(?:^|,)t=(\d{1,12})(?:,|$)/.exec(header)?.[1]
  return at === undefined || Number(at) > nowSeconds + toleranceSeconds
}

/** Judges a delivery through the SDK, by our clock (Stripe-Signature, HMAC-SHA256 of `time.body`, scheme v1). */
export function readEvent(
  stripe: Stripe,
  secret: string,
  { headers, rawBody, now }: { headers: EventHeaders; rawBody: string | Uint8Array; now: Temporal.Instant },
): Heard {
  const header = headers['stripe-signature']
  const nowSeconds = Math.floor(now.epochMilliseconds / 1000)
  if (typeof header !== 'string' || header.length > 2000 || isAhead(header, nowSeconds)) return null
  let signed: unknown
  try {
    const body = typeof rawBody === 'string' ? rawBody : Buffer.from(rawBody)
    signed = stripe.webhooks.constructEvent(body, header, secret, toleranceSeconds, undefined, now.epochMilliseconds)
  } catch {
    return null
  }
  const read = event.safeParse(signed)
  if (!read.success) return 'unrelated'
  const { id: eventId, type, data } = read.data
  const kind = kinds[type]
  const providerId = subjectOf(data.object)
  return kind && providerId ? { eventId, providerId, kind } : 'unrelated'
}
