import Stripe from 'stripe'
import type { z } from 'zod'
import { type PayCheckout, PayFailure, type PayPort, type ProviderState } from '../pay-port.ts'
import { readEvent } from './stripe-events.ts'
import { payFailureOf, writeOnce } from './stripe-failures.ts'
import { movementsBetween } from './stripe-movements.ts'
import { checkoutSession, dispute, listOf, refund, type Session } from './stripe-shapes.ts'
import { providerState, type Read, refundKeyField } from './stripe-state.ts'

export type StripeConnection = {
  secretKey: string
  webhookSecret: string
  /** Another server than Stripe's own, for tests: its page is then at that origin too. */
  apiUrl?: string
  /** What a payer reads behind the account's name on a card's statement; letters, digits and spaces. */
  statementSuffix?: string
  now: () => Temporal.Instant
  timeoutMs?: number
}

const timeoutMsDefault = 10_000
const checkoutOrigin = 'https://checkout.stripe.com'
const perPage = 100
const pagesMost = 100
/** A checkout lives 24 hours; one that is looked for by reference was opened lately. */
const lookBackHours = 72
const expand = ['payment_intent.latest_charge']

/** No telemetry, and no retries of its own: our jobs do that, with the same key. */
function clientOf({ secretKey, apiUrl, timeoutMs = timeoutMsDefault }: StripeConnection): Stripe {
  const at = apiUrl ? new URL(apiUrl) : null
  const port = at?.port ? { port: at.port } : {}
  const server = at ? { protocol: at.protocol === 'http:' ? ('http' as const) : ('https' as const), host: at.hostname, ...port } : {}
  return new Stripe(secretKey, { maxNetworkRetries: 0, telemetry: false, timeout: timeoutMs, ...server })
}

function parsed<Shape extends z.ZodType>(shape: Shape, answer: unknown): z.infer<Shape> {
  const read = shape.safeParse(answer)
  if (!read.success) throw new PayFailure('not-understood')
  return read.data
}

/** Cards are held and captured by us; a bank debit is taken as soon as the bank pays. Nothing that is sent is personal. */
function paramsOf(checkout: PayCheckout, statementSuffix: string | undefined): Stripe.Checkout.SessionCreateParams {
  const currency = checkout.currency.toLowerCase()
  const metadata = { reference: checkout.reference }
  return {
    mode: 'payment',
    client_reference_id: checkout.reference,
    metadata,
    payment_intent_data: { metadata, ...(statementSuffix ? { statement_descriptor_suffix: statementSuffix } : {}) },
    // A debit of a bank account of the United States is in dollars.
    allowed_payment_method_types: currency === 'usd' ? ['card', 'us_bank_account'] : ['card'],
    payment_method_options: { card: { capture_method: 'manual' } },
    line_items: checkout.lines.map(({ label, amountCents }) => ({
      quantity: 1,
      price_data: { currency, unit_amount: amountCents, product_data: { name: label } },
    })),
    success_url: checkout.returnUrl,
    cancel_url: checkout.cancelUrl,
  }
}

const intentIdOf = ({ payment_intent: intent }: Session): string | undefined =>
  typeof intent === 'string' ? intent : intent?.id

/** Runs what speaks with Stripe, and names what went wrong as the port does. */
async function speaking<T>(work: () => Promise<T>, isChange = false): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    throw payFailureOf(fault, isChange)
  }
}

/** What the port asks, as Stripe's objects; each may take two or three requests. */
function reading(stripe: Stripe, now: () => Temporal.Instant) {
  const ago = (hours: number) => Math.floor(now().subtract({ hours }).epochMilliseconds / 1000)

  async function withMoney(session: Session): Promise<Read> {
    const intent = session.payment_intent && typeof session.payment_intent !== 'string' ? session.payment_intent : null
    if (intent?.status !== 'succeeded') return { session, intent, refunds: [], disputes: [] }
    const of = { payment_intent: intent.id, limit: perPage }
    const isDisputed = typeof intent.latest_charge === 'object' && intent.latest_charge?.disputed
    const refunds = parsed(listOf(refund), await stripe.refunds.list(of)).data
    const disputes = isDisputed ? parsed(listOf(dispute), await stripe.disputes.list(of)).data : []
    return { session, intent, refunds, disputes }
  }

  async function sessionOf(id: string): Promise<Session> {
    if (!id.startsWith('pi_')) return parsed(checkoutSession, await stripe.checkout.sessions.retrieve(id, { expand }))
    const listed = await stripe.checkout.sessions.list({ payment_intent: id, limit: 1, expand: expand.map((path) => `data.${path}`) })
    const [session] = parsed(listOf(checkoutSession), listed).data
    if (!session) throw new PayFailure('no-such-checkout')
    return session
  }

  return {
    read: async (id: string): Promise<Read> => withMoney(await sessionOf(id)),
    /** Lists rather than searches: what was just written is in no index of Stripe's search yet. */
    async byReference(reference: string): Promise<Read[]> {
      const found: Session[] = []
      let after: string | undefined
      for (let page = 0; page < pagesMost; page++) {
        const place = after === undefined ? {} : { starting_after: after }
        const asked = { created: { gte: ago(lookBackHours) }, limit: perPage, expand: expand.map((path) => `data.${path}`), ...place }
        const { data, has_more } = parsed(listOf(checkoutSession), await stripe.checkout.sessions.list(asked))
        found.push(...data.filter((session) => session.client_reference_id === reference))
        after = data.at(-1)?.id
        if (!has_more || after === undefined) break
      }
      return Promise.all(found.reverse().slice(0, perPage).map(withMoney))
    },
    /** The checkouts behind disputes that were opened since. */
    async disputedSince(since: Temporal.Instant): Promise<string[]> {
      const ids = new Set<string>()
      const created = { gte: Math.floor(since.epochMilliseconds / 1000) }
      for await (const raw of stripe.disputes.list({ created, limit: perPage })) {
        const { payment_intent: intent } = parsed(dispute, raw)
        const id = typeof intent === 'string' ? intent : intent?.id
        if (id) ids.add(parsed(listOf(checkoutSession.pick({ id: true })), await stripe.checkout.sessions.list({ payment_intent: id, limit: 1 })).data[0]?.id ?? '')
        if (ids.size >= 1000) break
      }
      return [...ids].filter(Boolean)
    },
  }
}

/** The payment port over Stripe: hosted Checkout, cards held first and captured by us, bank debits, signed events. */
export function connectStripe(connection: StripeConnection): PayPort {
  const stripe = clientOf(connection)
  const { read, byReference, disputedSince } = reading(stripe, connection.now)
  const pageOrigin = connection.apiUrl ? new URL(connection.apiUrl).origin : checkoutOrigin
  const stateOf = async (id: string): Promise<ProviderState> => providerState(await read(id))

  /** Looks, lets `change` do what is still to be done, and looks again. */
  const changing = (id: string, change: (found: ProviderState, seen: Read) => Promise<unknown>) =>
    speaking(async () => {
      const seen = await read(id)
      const found = providerState(seen)
      return (await change(found, seen)) === 'as-found' ? found : stateOf(id)
    }, true)

  return {
    name: 'stripe',
    pageOrigin,
    open: (checkout, key) =>
      speaking(async () => {
        const params = paramsOf(checkout, connection.statementSuffix)
        const opened = await writeOnce(key, (idempotencyKey) => stripe.checkout.sessions.create(params, { idempotencyKey }))
        const { id, url } = parsed(checkoutSession, opened)
        if (!url || new URL(url).origin !== pageOrigin) throw new PayFailure('rejected', 'page-at-another-origin')
        return { providerId: id, url }
      }),
    find: (id) => speaking(() => stateOf(id)),
    findByReference: (reference) => speaking(async () => (await byReference(reference)).map(providerState)),
    capture: (id, key) =>
      changing(id, async ({ status }, { intent }) => {
        if (status === 'captured') return 'as-found'
        if (status !== 'authorised' || !intent) throw new PayFailure('not-allowed-now', status)
        return writeOnce(key, (idempotencyKey) => stripe.paymentIntents.capture(intent.id, {}, { idempotencyKey }))
      }),
    cancel: (id, key) =>
      changing(id, async ({ status }, { session, intent }) => {
        if (status === 'cancelled' || status === 'expired') return 'as-found'
        // A checkout's intent is cancelled by itself only while it is held; before that, its checkout is expired.
        if (status === 'authorised' && intent)
          return writeOnce(key, (idempotencyKey) => stripe.paymentIntents.cancel(intent.id, {}, { idempotencyKey }))
        if (session.status !== 'open') throw new PayFailure('not-allowed-now', status)
        return writeOnce(key, (idempotencyKey) => stripe.checkout.sessions.expire(session.id, {}, { idempotencyKey }))
      }),
    refund: (id, amountCents, key) =>
      changing(id, async (found, { session }) => {
        const asked = found.refunds.find((one) => one.key === key)
        if (asked && asked.amountCents !== amountCents) throw new PayFailure('key-used-otherwise')
        if (asked) return 'as-found'
        const intent = intentIdOf(session)
        const left = found.capturedCents - found.refundedCents - found.takenBackCents
        if (found.status !== 'captured' || !intent || amountCents > left) throw new PayFailure('not-allowed-now', found.status)
        const params = { payment_intent: intent, amount: amountCents, metadata: { [refundKeyField]: key } }
        return writeOnce(key, (idempotencyKey) => stripe.refunds.create(params, { idempotencyKey }))
      }),
    listMovements: (from, until) => speaking(() => movementsBetween(stripe, from, until)),
    listTakenBack: (since) => speaking(() => disputedSince(since)),
    verifyEvent: (headers, rawBody, now) => readEvent(stripe, connection.webhookSecret, { headers, rawBody, now }),
  }
}
