import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Delivered, Sending } from './stripe/events.ts'
import type { Form } from './stripe/form-body.ts'

export type StripeVendor = Awaited<ReturnType<typeof startStripeVendor>>

const secretKey = 'sk_test_portolanportolan'
const webhookSecret = 'whsec_portolanportolan'
const serverFile = fileURLToPath(new URL('./stripe/server.ts', import.meta.url))

/** Stripe's published test numbers that the server knows. */
export const stripeNumbers = { approved: '4242424242424242', declined: '4000000000000002', bank: '000123456789' }

const sessionIn = (url: string) => url.split('/').at(-1) ?? ''

/** The server that speaks as Stripe does, in its own process, and the hands that move what is behind it. */
export async function startStripeVendor() {
  const child = spawn(process.execPath, ['--import', 'tsx', serverFile, secretKey, webhookSecret], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const url = `http://127.0.0.1:${line}`

  async function ask<T>(control: string, body: unknown): Promise<T> {
    const answer = await fetch(`${url}/test/${control}`, { method: 'POST', body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${control}: ${await answer.text()}`)
    return (await answer.json()) as T
  }

  return {
    url,
    secretKey,
    webhookSecret,
    /** A payer on the hosted page; the status of its answer. */
    async payAt(pageUrl: string, number: string): Promise<number> {
      const answer = await fetch(pageUrl, { method: 'POST', body: new URLSearchParams({ number }), redirect: 'manual' })
      return answer.status
    },
    setClock: (ms: number) => ask('clock', { ms }),
    /** Where events go; `held`: only when `send` says so. */
    webhook: (to: string | null, held = true) => ask('webhook', { url: to, held }),
    send: (sending: Sending = {}) => ask<Delivered[]>('send', sending),
    /** What becomes of the next requests, one each. */
    failNext: (...kinds: ('pass' | 'before' | 'after' | 'hang' | 'garbage' | 'odd' | 'busy')[]) => ask('fault', { kinds }),
    settleDebit: (session: string, pays: boolean) => ask('debit', { session, pays }),
    dispute: (session: string, status: string) => ask('dispute', { session, status }),
    failRefunds: (session: string) => ask('fail-refunds', { session }),
    seen: () => ask<{ params: Form[]; requests: { method: string; path: string; key: string | null; telemetry: boolean; version: string }[] }>('seen', {}),
    sessionIn,
    async end() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
