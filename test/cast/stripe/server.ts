import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openBalance } from './balance.ts'
import { openEvents, type Sending } from './events.ts'
import { type Form, readForm, textAt } from './form-body.ts'
import { openObjects, type Objects, Refused } from './objects.ts'

/**
 * A server in a process of its own that speaks the published shapes of Stripe's REST API, as far as a hosted checkout
 * needs them: form-encoded bodies, idempotency keys, expanded objects, lists, signed events. It keeps all in memory and
 * shares no code with the product or with the SDK. Its arguments are the secret key and the signing secret; it prints its
 * port. Under `/test/` a test moves its clock, its payers, its banks, its faults and its events.
 */
const [secretKey = '', webhookSecret = ''] = process.argv.slice(2)

let clockMs: number | null = null
const now = () => Math.floor((clockMs ?? Date.now()) / 1000)
let origin = ''
const paramsSeen: Form[] = []
const requestsSeen: { method: string; path: string; key: string | null; telemetry: boolean; version: string }[] = []
const events = openEvents({ now, secret: webhookSecret })
const balance = openBalance(now)
const objects: Objects = openObjects({
  now,
  origin: () => origin,
  emit: (type, object) => {
    balance.note(type, object, objects)
    events.emit(type, object)
  },
  paramsSeen,
})

type Fault = 'pass' | 'before' | 'after' | 'hang' | 'garbage' | 'odd' | 'busy'
const faults: Fault[] = []

type Answer = { status: number; body: unknown; headers?: Record<string, string> }
const kept = new Map<string, { fingerprint: string; answer: Answer | null }>()

function expanded(value: unknown, paths: readonly string[]): unknown {
  const session = value as { payment_intent?: string | null }
  if (!paths.some((path) => path.startsWith('payment_intent')) || !session.payment_intent) return value
  const intent = objects.intentOf(session.payment_intent)
  const latest_charge = paths.includes('payment_intent.latest_charge') ? objects.chargeIn(intent) : intent.latest_charge
  return { ...session, payment_intent: { ...intent, latest_charge } }
}

const expandOf = (query: URLSearchParams) => [...query].filter(([name]) => /^expand\[/.test(name)).map(([, path]) => path)

function listed(rows: readonly { id: string; created: number; payment_intent: string | null }[], query: URLSearchParams, url: string): unknown {
  const intent = query.get('payment_intent')
  const since = Number(query.get('created[gte]') ?? 0)
  const before = Number(query.get('created[lt]') ?? Number.POSITIVE_INFINITY)
  const fitting = rows.filter((row) => (!intent || row.payment_intent === intent) && row.created >= since && row.created < before)
  const after = query.get('starting_after')
  const begin = after ? fitting.findIndex(({ id }) => id === after) + 1 : 0
  const limit = Number(query.get('limit') ?? 10)
  const paths = expandOf(query).map((path) => path.replace(/^data\./, ''))
  const data = fitting.slice(begin, begin + limit).map((row) => expanded(row, paths))
  return { object: 'list', url, has_more: fitting.length > begin + limit, data }
}

/** A source is an id unless it is asked for whole. */
const balanceLines = (query: URLSearchParams) =>
  balance.list().map((line) => (expandOf(query).includes('data.source') ? line : { ...line, source: line.source.id }))

type Route = [method: string, path: RegExp, run: (id: string, form: Form, query: URLSearchParams) => unknown]
const routes: readonly Route[] = [
  ['POST', /^\/v1\/checkout\/sessions$/, (_, form) => objects.create(form)],
  ['GET', /^\/v1\/checkout\/sessions$/, (_, __, query) => listed(objects.listSessions(), query, '/v1/checkout/sessions')],
  ['GET', /^\/v1\/checkout\/sessions\/([^/]+)$/, (id, _, query) => expanded(objects.sessionOf(id), expandOf(query))],
  ['POST', /^\/v1\/checkout\/sessions\/([^/]+)\/expire$/, (id) => objects.expire(id)],
  ['POST', /^\/v1\/payment_intents\/([^/]+)\/capture$/, (id) => objects.capture(id)],
  ['POST', /^\/v1\/payment_intents\/([^/]+)\/cancel$/, (id) => objects.cancel(id)],
  ['POST', /^\/v1\/refunds$/, (_, form) => objects.refund(form)],
  ['GET', /^\/v1\/refunds$/, (_, __, query) => listed(objects.listRefunds(), query, '/v1/refunds')],
  ['GET', /^\/v1\/payment_intents\/([^/]+)$/, (id) => objects.intentOf(id)],
  ['GET', /^\/v1\/balance_transactions$/, (_, __, query) => listed(balanceLines(query), query, '/v1/balance_transactions')],
  ['GET', /^\/v1\/disputes$/, (_, __, query) => listed(objects.listDisputes(), query, '/v1/disputes')],
]

function refusal(fault: unknown): Answer {
  if (!(fault instanceof Refused)) throw fault
  return { status: fault.status, body: { error: fault.body } }
}

function run(method: string, url: URL, body: string): Answer {
  for (const [verb, path, work] of routes) {
    const match = path.exec(url.pathname)
    if (verb !== method || !match) continue
    try {
      return { status: 200, body: structuredClone(work(match[1] ?? '', readForm(body), url.searchParams)) }
    } catch (fault) {
      return refusal(fault)
    }
  }
  return { status: 404, body: { error: { type: 'invalid_request_error', message: `Unrecognized request URL (${method}: ${url.pathname}).` } } }
}

const ownFault: Answer = { status: 500, body: { error: { type: 'api_error', message: 'An unknown error occurred' } }, headers: { 'stripe-should-retry': 'false' } }

/** A key's first answer is given again, faults of our own among them; other parameters under it are refused. */
function once(key: string | null, method: string, url: URL, body: string, fault: Fault | undefined): Answer {
  const work = (): Answer => {
    if (fault === 'before') return ownFault
    const answer = run(method, url, body)
    return fault === 'after' ? ownFault : answer
  }
  if (method !== 'POST' || key === null) return work()
  const fingerprint = createHash('sha256').update(`${url.pathname} ${body}`).digest('hex')
  const earlier = kept.get(key)
  if (earlier && earlier.fingerprint !== fingerprint)
    return { status: 400, body: { error: { type: 'idempotency_error', message: 'Keys for idempotent requests can only be used with the same parameters they were first used with.' } } }
  if (earlier?.answer) return { ...earlier.answer, headers: { ...earlier.answer.headers, 'idempotent-replayed': 'true' } }
  const answer = work()
  const isValidation = answer.status === 400 && /parameter_/.test(JSON.stringify(answer.body))
  if (!isValidation) kept.set(key, { fingerprint, answer })
  return answer
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function send(response: ServerResponse, { status, body, headers }: Answer) {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': `req_${requestsSeen.length}`, ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

function api(request: IncomingMessage, url: URL, body: string, response: ServerResponse) {
  const { headers, method = 'GET' } = request
  const key = typeof headers['idempotency-key'] === 'string' ? headers['idempotency-key'] : null
  requestsSeen.push({ method, path: url.pathname, key, telemetry: 'x-stripe-client-telemetry' in headers, version: String(headers['stripe-version']) })
  if (headers.authorization !== `Bearer ${secretKey}`)
    return send(response, { status: 401, body: { error: { type: 'invalid_request_error', message: 'Invalid API Key provided' } } })
  const fault = faults.shift()
  if (fault === 'hang') return undefined
  if (fault === 'garbage') return send(response, { status: 200, body: '<html>', headers: { 'content-type': 'text/html' } })
  if (fault === 'odd') return send(response, { status: 200, body: { object: 'something', id: 7 } })
  if (fault === 'busy') return send(response, { status: 429, body: { error: { type: 'invalid_request_error', code: 'lock_timeout', message: 'Busy' } } })
  return send(response, once(key, method, url, body, fault))
}

const number = (form: Form) => (textAt(form, 'number') ?? '').replaceAll(' ', '')

/** What a test asks of the world behind the API. */
const controls: Record<string, (asked: never) => unknown> = {
  clock: ({ ms }: { ms: number }) => {
    clockMs = ms
  },
  webhook: (at: { url: string | null; held: boolean }) => events.settle(at),
  send: (sending: Sending) => events.send(sending),
  fault: ({ kinds }: { kinds: Fault[] }) => void faults.push(...kinds),
  debit: ({ session, pays }: { session: string; pays: boolean }) => objects.settleDebit(session, pays),
  dispute: ({ session, status }: { session: string; status: string }) => objects.disputeTo(session, status),
  'fail-refunds': ({ session }: { session: string }) => objects.failRefunds(session),
  seen: () => ({ params: paramsSeen, requests: requestsSeen }),
}

async function control(name: string, body: string, response: ServerResponse) {
  try {
    send(response, { status: 200, body: (await controls[name]?.(JSON.parse(body) as never)) ?? {} })
  } catch (fault) {
    send(response, { status: 500, body: { error: String(fault) } })
  }
}

/** The hosted page, as far as a payer without a browser needs one: a number, and back to the merchant. */
function page(id: string, method: string, body: string, response: ServerResponse) {
  const session = (objects as Objects).sessionOf(id)
  if (method === 'GET') return response.writeHead(200, { 'content-type': 'text/html' }).end('<form method="post"><input name="number"></form>')
  const result = objects.pay(id, number(readForm(body)))
  return result === 'done' ? response.writeHead(303, { location: session.success_url }).end() : response.writeHead(402).end()
}

const server = createServer((request, response) => {
  void (async () => {
    const url = new URL(request.url ?? '/', origin)
    const body = await bodyOf(request)
    const [, room, name = '', id = ''] = url.pathname.split('/')
    if (room === 'test') return control(name, body, response)
    if (room === 'c') return page(id, request.method ?? 'GET', body, response)
    return api(request, url, body, response)
  })().catch((fault) => send(response, { status: 500, body: { error: { type: 'api_error', message: String(fault) } } }))
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
  console.log(port)
})
