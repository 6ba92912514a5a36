import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

const sealOf = (key: KeyObject, session: string) => createHmac('sha256', key).update(session).digest('base64url')

/**
 * A form's token that also says, sealed, in which session its page was drawn. Once the browser has another cookie or none,
 * what was typed is still known to be that session's. It opens nothing and stands in for no token.
 */
export const drawnIn = (key: KeyObject, token: string, session: string): string => `${token}.${session}.${sealOf(key, session)}`

/** The token alone. */
export const tokenIn = (text: string): string => text.split('.', 1)[0] ?? ''

/** The session in which the page of a form was drawn; null: it was in none, or the seal is not ours. */
export function sessionIn(key: KeyObject, text: string): string | null {
  const [, session = '', seal = ''] = text.split('.')
  const [expected, given] = [Buffer.from(sealOf(key, session)), Buffer.from(seal)]
  return session !== '' && expected.length === given.length && timingSafeEqual(expected, given) ? session : null
}
