import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { CashierStore } from './cashier-store.ts'
import { publicState } from './checkout.ts'
import type { Answer, Till } from './till.ts'

export type MerchantApiSettings = {
  store: CashierStore
  till: Till
  apiKey: string
  payUrl: (checkoutId: string) => string
  wake: () => void
}

const amountCentsMax = 99_999_999
const amountCents = z.int().min(1).max(amountCentsMax)
const address = z.url({ protocol: /^https?$/ }).max(2_000)
const checkoutRequest = z
  .strictObject({
    amountCents,
    currency: z.string().regex(/^[A-Z]{3}$/),
    reference: z.string().min(1).max(100),
    lines: z.array(z.strictObject({ label: z.string().min(1).max(200), amountCents: z.int() })).min(1).max(50),
    returnUrl: address,
    cancelUrl: address,
    webhookUrl: address,
    captureMethod: z.literal('manual'),
  })
  .refine((request) => request.lines.reduce((sum, line) => sum + line.amountCents, 0) === request.amountCents)
const refundRequest = z.strictObject({ amountCents })
const key = z.string().regex(/^[\x21-\x7e]{8,200}$/)
const takenQuery = z.object({ since: z.iso.datetime() })
const movedQuery = z.object({ from: z.iso.datetime(), until: z.iso.datetime(), skip: z.coerce.number().int().min(0) })
const movedAPage = 1000
const movementsQuery = z.object({ after: z.coerce.number().int().min(0).default(0) })

/** Compared as hashes, so that neither length nor content of the key shows in the time it takes. */
function isKey(given: string, apiKey: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(`Bearer ${apiKey}`))
}

const notUnderstood: Answer = { status: 422, body: { error: 'not-understood' } }

/** A page of what moved in a time, charges, refunds and what banks did alike. */
function movedBetween({ store, till }: Pick<MerchantApiSettings, 'store' | 'till'>, asked: unknown): Answer {
  const query = movedQuery.safeParse(asked)
  if (!query.success) return notUnderstood
  till.settleDue()
  const msOf = (at: string) => Temporal.Instant.from(at).epochMilliseconds
  const moved = store.listMoved(msOf(query.data.from), msOf(query.data.until), query.data.skip)
  const movements = moved.map((one) => ({ ...one, at: Temporal.Instant.fromEpochMilliseconds(one.at).toString() }))
  return { status: 200, body: { movements, isMore: moved.length === movedAPage } }
}

/** What a merchant's server asks: JSON in and out, a bearer key, an Idempotency-Key on everything that changes. */
export function merchantApi(server: FastifyInstance, { store, till, apiKey, payUrl, wake }: MerchantApiSettings) {
  server.addHook('onRequest', async (request, reply) => {
    if (!isKey(request.headers.authorization ?? '', apiKey)) await reply.code(401).send({ error: 'not-authenticated' })
  })

  const give = (reply: FastifyReply, { status, body }: Answer) => {
    wake()
    const page = typeof body.id === 'string' ? { url: payUrl(body.id) } : {}
    return reply.code(status).send({ ...body, ...page })
  }
  const withKey = (request: FastifyRequest, reply: FastifyReply, work: (key: string) => Answer) => {
    const given = key.safeParse(request.headers['idempotency-key'])
    return give(reply, given.success ? work(given.data) : { status: 400, body: { error: 'idempotency-key-missing' } })
  }
  type OfOne = { Params: { id: string } }

  server.post('/v1/checkouts', (request, reply) => {
    const wanted = checkoutRequest.safeParse(request.body)
    return wanted.success
      ? withKey(request, reply, (key) => till.open(wanted.data, key))
      : give(reply, notUnderstood)
  })
  server.post<OfOne>('/v1/checkouts/:id/capture', (request, reply) =>
    withKey(request, reply, (key) => till.capture(request.params.id, key)),
  )
  server.post<OfOne>('/v1/checkouts/:id/cancel', (request, reply) =>
    withKey(request, reply, (key) => till.cancel(request.params.id, key)),
  )
  server.post<OfOne>('/v1/checkouts/:id/refund', (request, reply) => {
    const wanted = refundRequest.safeParse(request.body)
    return wanted.success
      ? withKey(request, reply, (key) => till.refund(request.params.id, wanted.data.amountCents, key))
      : give(reply, notUnderstood)
  })
  server.get<OfOne>('/v1/checkouts/:id', (request, reply) => {
    till.settleDue()
    const checkout = store.findCheckout(request.params.id)
    return give(reply, checkout
      ? { status: 200, body: publicState(checkout) }
      : { status: 404, body: { error: 'no-such-checkout' } })
  })
  server.get<{ Querystring: { reference?: string } }>('/v1/checkouts', (request, reply) => {
    const reference = z.string().min(1).max(100).safeParse(request.query.reference)
    if (!reference.success) return give(reply, notUnderstood)
    till.settleDue()
    const found = store.listByReference(reference.data)
    return reply.send({ checkouts: found.map((one) => ({ ...publicState(one), url: payUrl(one.id) })) })
  })
  server.get('/v1/taken-back', (request, reply) => {
    const query = takenQuery.safeParse(request.query)
    if (!query.success) return give(reply, notUnderstood)
    till.settleDue()
    const { epochMilliseconds } = Temporal.Instant.from(query.data.since)
    return reply.send({ checkouts: store.listTakenSince(epochMilliseconds) })
  })
  server.get('/v1/movements-between', (request, reply) => give(reply, movedBetween({ store, till }, request.query)))
  server.get('/v1/movements', (request, reply) => {
    const query = movementsQuery.safeParse(request.query)
    return query.success
      ? reply.send({ movements: store.listMovements(query.data.after) })
      : give(reply, notUnderstood)
  })
}
