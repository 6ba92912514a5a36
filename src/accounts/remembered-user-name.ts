import { allows, ownCookies, yearSeconds } from '../platform/http/own-cookies.ts'
import type { Context } from '../platform/http/page.ts'
import { sealedCookie } from '../platform/http/sealed-cookie.ts'

const userName = sealedCookie(ownCookies.userName.name, { column: 'address', seconds: yearSeconds })

/** Keeps the user name on this device, where **Personalization** allows it: only our own sign-in page can show it. */
export function rememberUserName(context: Pick<Context, 'services' | 'cookie' | 'setCookie'>, email: string): void {
  if (allows(context, 'personalization')) keepUserName(context, email)
}

/** The same, by who has just been allowed to. */
export const keepUserName = userName.keep

/** The user name for **Email address** on the sign-in page; empty where none is kept, or not one we sealed. */
export const rememberedUserName = (context: Pick<Context, 'services' | 'cookie'>): string =>
  (allows(context, 'personalization') ? userName.read(context) : undefined) ?? ''
