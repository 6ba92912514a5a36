import { readFileSync } from 'node:fs'
import Fastify, { type FastifyInstance } from 'fastify'
import { openCashierStore } from './cashier-store.ts'
import { type Clock, wallClock } from './clock.ts'
import { retryDelaysMs, startDelivery } from './deliver-events.ts'
import { merchantApi } from './merchant-api.ts'
import { payerPages, sendFailedPage } from './payer-pages.ts'
import { type Chaos, openTill } from './till.ts'

export type CashierSettings = {
  /** 0 lets the system pick one. */
  port: number
  host?: string
  /** A file of the cashier's own, made when missing; `:memory:` keeps nothing. */
  stateFile: string
  apiKey: string
  /** Base64, at least 16 bytes, with or without `whsec_` before it. */
  webhookSecret: string
  /** The address payers reach it by, when that is not its own. */
  publicUrl?: string
  chaos?: Chaos
  slowAnswerMs?: number
  /** Between the steps of a bank: a debit that gets sure or comes back, a dispute and its end. */
  bankStepMs?: number
  retryDelaysMs?: readonly number[]
  clock?: Clock
}

export type Cashier = { url: string; port: number; close(): Promise<void> }

const bodyBytesMax = 64 * 1024
const requestMs = 10_000
const keysKeptMs = 30 * 24 * 3_600_000

function isSecret(text: string): boolean {
  return Buffer.from(text.replace(/^whsec_/, ''), 'base64').length >= 16
}

function addressOf(server: FastifyInstance): { url: string; port: number } {
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The cashier has no address.')
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return { url: `http://${host}:${address.port}`, port: address.port }
}

function serveFiles(server: FastifyInstance) {
  const files = { '/styles.css': 'text/css; charset=utf-8', '/icon.svg': 'image/svg+xml' }
  for (const [path, type] of Object.entries(files)) {
    const content = readFileSync(new URL(`.${path}`, import.meta.url))
    server.get(path, (_, reply) =>
      reply.headers({ 'content-type': type, 'x-content-type-options': 'nosniff' }).send(content),
    )
  }
}

/** Whatever fails: words for a person, a key for a merchant, no detail for either, and no card in any log. */
function answerFailures(server: FastifyInstance) {
  const isMerchant = (url: string) => url.startsWith('/v1/')
  server.setNotFoundHandler((request, reply) =>
    isMerchant(request.url) ? reply.code(404).send({ error: 'no-such-address' }) : sendFailedPage(reply, 404),
  )
  server.setErrorHandler((error, request, reply) => {
    const status = (error as { statusCode?: number }).statusCode ?? 500
    if (isMerchant(request.url)) return reply.code(status).send({ error: status < 500 ? 'not-understood' : 'fault' })
    return sendFailedPage(reply, status < 500 ? 400 : 500)
  })
}

/**
 * Starts the demo's payment provider on a listener of its own. It knows its merchants only by the HTTP contract.
 * Throws when the port is taken, the file cannot be written or the secret is too short.
 */
export async function startCashier(settings: CashierSettings): Promise<Cashier> {
  const { apiKey, webhookSecret, clock = wallClock } = settings
  if (!isSecret(webhookSecret) || apiKey.length < 16) throw new Error('The cashier needs an API key and a secret.')
  const store = openCashierStore(settings.stateFile)
  const till = openTill({ store, clock, chaos: settings.chaos ?? {}, slowAnswerMs: settings.slowAnswerMs, bankStepMs: settings.bankStepMs })
  const server = Fastify({
    logger: false,
    bodyLimit: bodyBytesMax,
    requestTimeout: requestMs,
    forceCloseConnections: true,
  })
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, new URLSearchParams(String(body))),
  )
  answerFailures(server)
  serveFiles(server)
  let address = { url: '', port: 0 }
  const origin = () => new URL(settings.publicUrl ?? address.url).origin
  let wake = () => {}
  const shared = { store, till, wake: () => wake() }
  server.register(async (scope) => merchantApi(scope, { ...shared, apiKey, payUrl: (id) => `${origin()}/pay/${id}` }))
  server.register(async (scope) => payerPages(scope, { ...shared, clock, secret: webhookSecret, origin }))
  try {
    await server.listen({ port: settings.port, host: settings.host ?? '127.0.0.1' })
  } catch (error) {
    store.close()
    throw error
  }
  address = addressOf(server)
  store.forgetRequestsBefore(clock() - keysKeptMs)
  const delivery = startDelivery({
    store,
    clock,
    webhookSecret,
    retryDelaysMs: settings.retryDelaysMs ?? retryDelaysMs,
    settleDue: till.settleDue,
  })
  wake = delivery.wake
  return {
    ...address,
    async close() {
      await server.close()
      await delivery.stop()
      store.close()
    },
  }
}
