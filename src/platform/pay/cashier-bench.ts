import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { connectCashier } from './cashier.ts'
import { type PayCheckout, PayFailure, type PayFailureReason, type PayPort } from './pay-port.ts'

export const cards = {
  approved: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  slow: '4000 0000 0000 0077',
  doubled: '4000 0000 0000 0259',
  disputedLost: '4000 0000 0000 2685',
  disputedWon: '4000 0000 0000 1976',
}

export const accounts = { sure: '100020003000', returned: '100020003002', returnedLate: '100020003009' }

export type Delivery = { headers: IncomingHttpHeaders; body: string; eventId: string; type: string }

/** A merchant's listener for events. `answer` says with which status a delivery is met; null never answers. */
export async function startMerchant(t: TestContext, answer: (count: number) => number | null = () => 204) {
  const deliveries: Delivery[] = []
  const waiting = new Set<() => void>()
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const { headers } = request
      deliveries.push({ headers, body, eventId: String(headers['webhook-id']), type: JSON.parse(body).type })
      const status = answer(deliveries.length)
      if (status !== null) response.writeHead(status).end()
      for (const look of waiting) look()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  /** Resolves when so many deliveries have come. */
  const count = (most: number) =>
    new Promise<Delivery[]>((resolve) => {
      const look = () => {
        if (deliveries.length < most) return
        waiting.delete(look)
        resolve(deliveries)
      }
      waiting.add(look)
      look()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`, deliveries, count }
}

export async function newFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cashier-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export const newKeys = () => ({
  apiKey: randomBytes(24).toString('base64url'),
  webhookSecret: randomBytes(32).toString('base64'),
})

export const checkoutFor = (webhookUrl: string, more: Partial<PayCheckout> = {}): PayCheckout => ({
  amountCents: 46_500,
  currency: 'USD',
  reference: randomUUID(),
  lines: [
    { label: 'Filing fee', amountCents: 41_500 },
    { label: 'Card & print <fee>', amountCents: 5_000 },
  ],
  returnUrl: 'http://127.0.0.1:9/submissions/1',
  cancelUrl: 'http://127.0.0.1:9/drafts/1/pay',
  webhookUrl,
  ...more,
})

export type ShopSettings = {
  clock?: () => number
  slowAnswerMs?: number
  bankStepMs?: number
  chaos?: { loseEvents?: number | 'all'; doubleEvents?: boolean; holdEveryOtherEventMs?: number }
}

type ProviderSettings = ShopSettings & {
  port: number
  stateFile: string
  apiKey: string
  webhookSecret: string
  retryDelaysMs: number[]
}

export type StartProvider = (settings: ProviderSettings) => Promise<{ url: string; close(): Promise<void> }>

/**
 * A real cashier on loopback, the driver that speaks to it and a merchant that hears it.
 * The test hands the cashier's start in: nothing here shares code with the cashier.
 */
export const shopWith =
  (start: StartProvider) =>
  async (t: TestContext, settings: ShopSettings = {}, answer?: (count: number) => number | null) => {
    const keys = newKeys()
    const stateFile = join(await newFolder(t), 'cashier.sqlite')
    const merchant = await startMerchant(t, answer)
    const quick = { slowAnswerMs: 30, retryDelaysMs: [10, 10, 10] }
    const cashier = await start({ port: 0, stateFile, ...keys, ...quick, ...settings })
    t.after(() => cashier.close())
    const pay: PayPort = connectCashier({ url: cashier.url, ...keys })
    return { cashier, pay, merchant, keys, stateFile, checkout: () => checkoutFor(merchant.url) }
  }

export type PayForm = Record<string, string>

const goodForm: PayForm = { expiry: '04/40', securityCode: '123', name: 'Maria Example' }

/** The token of a payment page, as a browser finds it in the form. */
export async function tokenOn(url: string): Promise<string> {
  return /name="token" value="([^"]+)"/.exec(await (await fetch(url)).text())?.[1] ?? ''
}

/** A payer without JavaScript: sends the form as a browser would, with the page's token unless another is given. */
export async function sendPayForm(url: string, form: PayForm, headers: Record<string, string> = {}) {
  const token = form.token ?? (await tokenOn(url))
  const answer = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ ...form, token }),
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
    redirect: 'manual',
  })
  const page = await answer.text()
  return { status: answer.status, location: answer.headers.get('location'), headers: answer.headers, page }
}

/** A form filled in rightly, but for what is changed. */
export const payFormWith = (url: string, change: PayForm, headers?: Record<string, string>) =>
  sendPayForm(url, { ...goodForm, cardNumber: cards.approved, action: 'pay', ...change }, headers)

export const payWith = (url: string, cardNumber: string, token?: string) =>
  payFormWith(url, { cardNumber, ...(token === undefined ? {} : { token }) })

/** Presses Use this account, with the account filled in rightly but for what is changed. */
export const debitWith = (url: string, accountNumber: string, change: PayForm = {}) =>
  sendPayForm(url, { routingNumber: '110000000', accountNumber, accountName: 'Maria Example', action: 'debit', ...change })

/** For assert.rejects. */
export const failsWith = (reason: PayFailureReason, isTransient: boolean) => (error: unknown) =>
  error instanceof PayFailure && error.reason === reason && error.isTransient === isTransient
