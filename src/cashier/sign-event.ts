import { createHmac } from 'node:crypto'

/**
 * Headers of one delivery (Standard Webhooks 1.0). `secret` is base64, with or without `whsec_`.
 * The id stays the same over retries; the time and so the signature are those of the sending.
 */
export function signedHeaders(secret: string, eventId: string, body: string, nowMs: number): Record<string, string> {
  const seconds = Math.floor(nowMs / 1000)
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${eventId}.${seconds}.${body}`).digest('base64')
  return {
    'content-type': 'application/json',
    'webhook-id': eventId,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  }
}
