import { type FieldPlace, openText, SealBroken, sealText } from '../../platform/crypto/field.ts'
import { ownCookies } from '../../platform/http/own-cookies.ts'
import type { Context } from '../../platform/http/page.ts'

const { name: cookieName } = ownCookies.typedAddress
const keepSeconds = 24 * 60 * 60
const place: FieldPlace = { person: 'visitor', table: 'cookie', row: cookieName, column: 'address' }

/** Keeps the address typed at **Sign Up** in this browser, sealed, so that another link can be asked for. */
export function rememberAddress({ services, setCookie }: Pick<Context, 'services' | 'setCookie'>, email: string): void {
  setCookie(cookieName, sealText(services.keys, place, email).toString('base64url'), keepSeconds)
}

/** The address typed at **Sign Up** in this browser; undefined when there is none, or not one we sealed. */
export function rememberedAddress({ services, cookie }: Pick<Context, 'services' | 'cookie'>): string | undefined {
  const sealed = cookie(cookieName)
  if (!sealed) return undefined
  try {
    return openText(services.keys, place, Buffer.from(sealed, 'base64url'))
  } catch (fault) {
    if (fault instanceof SealBroken) return undefined
    throw fault
  }
}
