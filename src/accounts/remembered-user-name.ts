import { type FieldPlace, openText, SealBroken, sealText } from '../platform/crypto/field.ts'
import { allows, ownCookies, yearSeconds } from '../platform/http/own-cookies.ts'
import type { Context } from '../platform/http/page.ts'

const { name: cookieName } = ownCookies.userName
const place: FieldPlace = { person: 'visitor', table: 'cookie', row: cookieName, column: 'address' }

/**
 * Keeps the user name on this device, where **Personalization** allows it. Sealed and HttpOnly: the address stands in the
 * browser's files for no other program and no script to read, and only our own sign-in page can show it.
 */
export function rememberUserName(context: Pick<Context, 'services' | 'cookie' | 'setCookie'>, email: string): void {
  if (allows(context, 'personalization')) keepUserName(context, email)
}

/** The same, by who has just been allowed to. */
export function keepUserName({ services, setCookie }: Pick<Context, 'services' | 'setCookie'>, email: string): void {
  setCookie(cookieName, sealText(services.keys, place, email).toString('base64url'), yearSeconds)
}

/** The user name for **Email address** on the sign-in page; empty where none is kept, or not one we sealed. */
export function rememberedUserName(context: Pick<Context, 'services' | 'cookie'>): string {
  const sealed = allows(context, 'personalization') ? context.cookie(cookieName) : undefined
  if (!sealed) return ''
  try {
    return openText(context.services.keys, place, Buffer.from(sealed, 'base64url'))
  } catch (fault) {
    if (fault instanceof SealBroken) return ''
    throw fault
  }
}
