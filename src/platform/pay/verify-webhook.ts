import { createHmac, timingSafeEqual } from 'node:crypto'
import type { EventHeaders } from './pay-port.ts'

const toleranceSeconds = 5 * 60
const idCharactersMax = 200

function single(headers: EventHeaders, name: string): string {
  const value = headers[name]
  return typeof value === 'string' ? value : ''
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}

/**
 * The id of a delivery signed as Standard Webhooks 1.0 says (HMAC-SHA256 of `id.timestamp.body`, scheme v1, compared in
 * constant time, five minutes of tolerance either way), or null when anything about it is not right.
 * @param secret base64, with or without `whsec_`; an empty one is refused
 */
export function verifyWebhook(
  secret: string,
  headers: EventHeaders,
  rawBody: string | Uint8Array,
  now: Temporal.Instant,
): string | null {
  const id = single(headers, 'webhook-id')
  const timestamp = single(headers, 'webhook-timestamp')
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  if (key.length === 0 || id === '' || id.length > idCharactersMax || !/^\d{1,12}$/.test(timestamp)) return null
  if (Math.abs(now.epochMilliseconds / 1000 - Number(timestamp)) > toleranceSeconds) return null
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(rawBody).digest()
  const given = single(headers, 'webhook-signature').split(' ', 10)
  const isSigned = given.some((one) => one.startsWith('v1,') && isSame(Buffer.from(one.slice(3), 'base64'), expected))
  return isSigned ? id : null
}
