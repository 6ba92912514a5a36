import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { TwilioConnection } from '../../src/platform/sms/index.ts'

export const accountSid = `AC${'0123456789abcdef'.repeat(2)}`
export const authToken = 'an auth/token+of nobody'

/** A demonstration's connection to the server at this address. */
export const vendorConnection = (origin: string): TwilioConnection => ({
  origin,
  accountSid,
  authToken,
  sender: { From: '+15550100' },
  isLoopback: true,
  deliverBeyondLoopback: false,
  receiptsUrl: 'https://portal.example/text-message-events',
})

/** What the server took, as it keeps it. */
export interface TakenText {
  sid: string
  to: string
  from: string | null
  service: string | null
  body: string
  callback: string | null
  validity: string | null
}

export interface ReceiptAsked {
  sid: string
  status: string
  code?: string
  forged?: boolean
  tampered?: string
}

/** Starts the server of `text-message-server.ts` in a process of its own. */
export async function textMessageVendor() {
  const script = join(import.meta.dirname, 'text-message-server.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, accountSid, authToken], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = await once(child.stdout, 'data')
  const origin = `http://127.0.0.1:${String(port).trim()}`
  const ask = async (path: string, body?: unknown) =>
    (await fetch(origin + path, { method: 'POST', body: JSON.stringify(body ?? {}) })).json()
  const account = `${accountSid}:${encodeURIComponent(authToken)}`
  return {
    origin,
    /** What SMS_URL would be. */
    smsUrl: `${origin.replace('://', `://${account}@`)}/?from=%2B15550100`,
    /** Everything it took, newest first. */
    taken: (): Promise<TakenText[]> => ask('/test/taken'),
    /** Makes it post a receipt; the status it was answered with. */
    receipt: (asked: ReceiptAsked): Promise<number> => ask('/test/receipt', asked),
    end: async () => {
      child.kill()
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

export type TextMessageVendor = Awaited<ReturnType<typeof textMessageVendor>>
