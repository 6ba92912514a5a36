import { z } from 'zod'
import {
  payEventKinds,
  payMovementKinds,
  PayFailure,
  type PayFailureReason,
  type Heard,
  type PayMovement,
  type PayPort,
  type ProviderState,
} from './pay-port.ts'
import { verifyWebhook } from './verify-webhook.ts'

export type CashierConnection = {
  /** Where the cashier listens, such as http://127.0.0.1:8090. */
  url: string
  apiKey: string
  /** Base64, with or without `whsec_`. */
  webhookSecret: string
  /** Where payers reach its pages, when that is another address. */
  pageOrigin?: string
  timeoutMs?: number
}

type Asked = { path: string; key?: string; body?: unknown }

const timeoutMsDefault = 5_000
const cents = z.int().min(0)
const opened = z.object({ id: z.string().min(1), url: z.url({ protocol: /^https?$/ }) })
const state = opened.extend({
  status: z.enum(['open', 'pending', 'authorised', 'processing', 'captured', 'returned', 'declined', 'cancelled', 'expired']),
  amountCents: cents,
  capturedCents: cents,
  refundedCents: cents,
  takenBackCents: cents,
  currency: z.string(),
  reference: z.string(),
  attempts: cents,
  method: z.enum(['card', 'bank-debit']).optional(),
  cardLast4: z.string().regex(/^\d{4}$/).optional(),
  refunds: z.array(z.object({ key: z.string(), amountCents: cents, status: z.enum(['pending', 'done', 'failed']) })),
  dispute: z.object({ status: z.enum(['open', 'won', 'lost']), amountCents: cents }).optional(),
})
const event = z.object({
  type: z.enum(payEventKinds.map((kind) => `checkout.${kind}` as const)),
  data: z.object({ id: z.string().min(1).max(200) }),
})
const movementPage = z.object({
  movements: z.array(
    z.object({ id: z.string(), reference: z.string(), kind: z.enum(payMovementKinds), amountCents: cents.min(1), at: z.iso.datetime() }),
  ),
  isMore: z.boolean(),
})
const refusal = z.object({ error: z.string().max(100) })

function providerState({ id, ...rest }: z.infer<typeof state>): ProviderState {
  return { providerId: id, ...rest } as ProviderState
}

function reasonOf(status: number, error: string): PayFailureReason {
  if (status === 408 || status === 429 || status >= 500) return 'overloaded'
  if (status === 401 || status === 403) return 'not-authenticated'
  if (status === 404) return error === 'no-such-checkout' ? 'no-such-checkout' : 'rejected'
  if (status === 409) return error === 'idempotency-key-used-otherwise' ? 'key-used-otherwise' : 'not-allowed-now'
  return 'rejected'
}

/** A timeout may strike while the body is still coming, so it covers the reading too. */
async function exchange(connection: CashierConnection, { path, key, body }: Asked): Promise<[Response, string]> {
  try {
    const answer = await fetch(new URL(path, connection.url), {
      method: key === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${connection.apiKey}`,
        ...(key === undefined ? {} : { 'idempotency-key': key, 'content-type': 'application/json' }),
      },
      body: key === undefined ? null : JSON.stringify(body ?? {}),
      redirect: 'error',
      signal: AbortSignal.timeout(connection.timeoutMs ?? timeoutMsDefault),
    })
    return [answer, await answer.text()]
  } catch (cause) {
    const isLate = cause instanceof Error && cause.name === 'TimeoutError'
    throw new PayFailure(isLate ? 'timed-out' : 'unreachable', '', { cause })
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function ask<Shape extends z.ZodType>(
  connection: CashierConnection,
  asked: Asked,
  shape: Shape,
): Promise<z.infer<Shape>> {
  const [answer, text] = await exchange(connection, asked)
  if (!answer.ok) {
    const { error } = refusal.safeParse(parsed(text)).data ?? { error: String(answer.status) }
    throw new PayFailure(reasonOf(answer.status, error), error)
  }
  const read = shape.safeParse(parsed(text))
  if (!read.success) throw new PayFailure('not-understood')
  return read.data
}

/** The payment port over the demo cashier's HTTP contract. It does not retry: jobs do, with the same key. */
export function connectCashier(connection: CashierConnection): PayPort {
  const pageOrigin = new URL(connection.pageOrigin ?? connection.url).origin
  const of = (providerId: string, verb = '') => `/v1/checkouts/${encodeURIComponent(providerId)}${verb}`

  async function change(providerId: string, verb: string, key: string, body = {}): Promise<ProviderState> {
    return providerState(await ask(connection, { path: of(providerId, verb), key, body }, state))
  }

  return {
    name: 'cashier',
    pageOrigin,
    async open(checkout, key) {
      const body = { ...checkout, captureMethod: 'manual' }
      const { id, url } = await ask(connection, { path: '/v1/checkouts', key, body }, opened)
      if (new URL(url).origin !== pageOrigin) throw new PayFailure('rejected', 'page-at-another-origin')
      return { providerId: id, url }
    },
    async find(providerId) {
      return providerState(await ask(connection, { path: of(providerId) }, state))
    },
    async findByReference(reference) {
      const path = `/v1/checkouts?${new URLSearchParams({ reference })}`
      const { checkouts } = await ask(connection, { path }, z.object({ checkouts: z.array(state) }))
      return checkouts.map(providerState)
    },
    capture: (providerId, key) => change(providerId, '/capture', key),
    cancel: (providerId, key) => change(providerId, '/cancel', key),
    refund: (providerId, amountCents, key) => change(providerId, '/refund', key, { amountCents }),
    async listTakenBack(since) {
      const path = `/v1/taken-back?${new URLSearchParams({ since: since.toString() })}`
      return (await ask(connection, { path }, z.object({ checkouts: z.array(z.string()) }))).checkouts
    },
    async listMovements(from, until) {
      const found: PayMovement[] = []
      for (;;) {
        const page = new URLSearchParams({ from: from.toString(), until: until.toString(), skip: `${found.length}` })
        const { movements, isMore } = await ask(connection, { path: `/v1/movements-between?${page}` }, movementPage)
        found.push(...movements.map(({ id, at, ...rest }) => ({ ...rest, providerId: id, at: Temporal.Instant.from(at) })))
        if (!isMore || movements.length === 0) return found
      }
    },
    verifyEvent(headers, rawBody, now): Heard {
      const eventId = verifyWebhook(connection.webhookSecret, headers, rawBody, now)
      if (eventId === null) return null
      const read = event.safeParse(parsed(typeof rawBody === 'string' ? rawBody : Buffer.from(rawBody).toString()))
      if (!read.success) return null
      const kind = payEventKinds.find((one) => read.data.type === `checkout.${one}`)
      return kind ? { eventId, providerId: read.data.data.id, kind } : null
    },
  }
}
