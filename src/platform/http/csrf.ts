import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto'
import { tokenIn } from './drawn-in.ts'

export const csrfFieldName = 'csrf'
export const csrfHeaderName = 'x-portolan-csrf'

/** The token of a form: bound to the cookie the browser already has, so that nothing is stored. */
export function csrfTokenFor(key: KeyObject, boundTo: string): string {
  return createHmac('sha256', key).update(boundTo).digest('base64url')
}

export function csrfTokenFits(key: KeyObject, boundTo: string, token: string): boolean {
  const expected = Buffer.from(csrfTokenFor(key, boundTo))
  const given = Buffer.from(tokenIn(token))
  return expected.length === given.length && timingSafeEqual(expected, given)
}

export const newVisitorId = () => randomBytes(16).toString('base64url')

/**
 * Whether an unsafe request comes from a page of ours: `Sec-Fetch-Site: same-origin`, or the exact Origin.
 * A browser sends at least one of the two with every POST (Fetch Metadata; RFC 6454).
 */
export function comesFromUs(headers: Readonly<Record<string, string | string[] | undefined>>, origin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return headers.origin === origin
}
