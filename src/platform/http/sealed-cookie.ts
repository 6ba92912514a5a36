import { type FieldPlace, openText, SealBroken, sealText } from '../crypto/field.ts'
import type { OwnCookieName } from './own-cookies.ts'
import type { Context } from './page.ts'

/** A text kept on a device for so many seconds, sealed and HttpOnly: it stands there for no other program and no script to read. */
export function sealedCookie(name: OwnCookieName, { column, seconds }: { readonly column: string; readonly seconds: number }) {
  const place: FieldPlace = { person: 'visitor', table: 'cookie', row: name, column }
  return {
    keep({ services, setCookie }: Pick<Context, 'services' | 'setCookie'>, text: string): void {
      setCookie(name, sealText(services.keys, place, text).toString('base64url'), seconds)
    },
    /** Undefined when there is nothing, or nothing that we sealed. */
    read({ services, cookie }: Pick<Context, 'services' | 'cookie'>): string | undefined {
      const sealed = cookie(name)
      if (!sealed) return undefined
      try {
        return openText(services.keys, place, Buffer.from(sealed, 'base64url'))
      } catch (fault) {
        if (fault instanceof SealBroken) return undefined
        throw fault
      }
    },
    drop({ setCookie }: Pick<Context, 'setCookie'>): void {
      setCookie(name, '', 0)
    },
  }
}
