import { type FieldPlace, openText, SealBroken, sealText } from '../../platform/crypto/field.ts'
import { ownCookies } from '../../platform/http/own-cookies.ts'
import type { Context } from '../../platform/http/page.ts'

const { name: cookieName } = ownCookies.passcode
const keepSeconds = 24 * 60 * 60
const place: FieldPlace = { person: 'visitor', table: 'cookie', row: cookieName, column: 'passcode' }

type Browser = Pick<Context, 'services' | 'cookie' | 'setCookie'>

/** Keeps a passcode that fitted in this browser, sealed, until its client has signed up or in and answered. */
export function carryPasscode({ services, setCookie }: Pick<Browser, 'services' | 'setCookie'>, passcode: string): void {
  setCookie(cookieName, sealText(services.keys, place, passcode).toString('base64url'), keepSeconds)
}

/** What this browser carries; undefined when there is nothing, or nothing that we sealed. */
export function carriedPasscode({ services, cookie }: Pick<Browser, 'services' | 'cookie'>): string | undefined {
  const sealed = cookie(cookieName)
  if (!sealed) return undefined
  try {
    return openText(services.keys, place, Buffer.from(sealed, 'base64url'))
  } catch (fault) {
    if (fault instanceof SealBroken) return undefined
    throw fault
  }
}

export const dropPasscode = ({ setCookie }: Pick<Browser, 'setCookie'>): void => setCookie(cookieName, '', 0)
