import { keepUserName, ownAccount } from '../../accounts/index.ts'
import {
  allows,
  type OptionalKind,
  ownCookies,
  type OwnCookieName,
  preferencesText,
  yearSeconds,
} from '../../platform/http/own-cookies.ts'
import type { Context } from '../../platform/http/page.ts'

/** What personalization keeps: the cookies of its kind, and the language beyond the closing of the browser. */
const personal: readonly OwnCookieName[] = [ownCookies.userName.name, ownCookies.region.name, ownCookies.language.name]

const keep = (context: Context, chosen: readonly OptionalKind[]) =>
  context.setCookie(ownCookies.storage.name, preferencesText(chosen), yearSeconds)

/**
 * Keeps the choice on the device and does at once what it says: the language is remembered, and the user name of who is
 * signed in; or all that personalization kept is removed. Analytics keeps nothing on a device.
 */
export async function keepPreferences(context: Context, chosen: readonly OptionalKind[]): Promise<void> {
  const had = allows(context, 'personalization')
  keep(context, chosen)
  if (chosen.includes('personalization')) return rememberPerson(context)
  for (const name of personal)
    if (context.cookie(name) !== undefined && (had || name !== ownCookies.language.name)) context.setCookie(name, '', 0)
}

async function rememberPerson(context: Context): Promise<void> {
  context.setCookie(ownCookies.language.name, context.t.language, yearSeconds)
  const own = context.actor.kind === 'account' ? await context.read(ownAccount, undefined) : null
  if (own) keepUserName(context, own.email)
}

/** The time zone of this device from now on; the deployment's own is kept by keeping none. Nothing without personalization. */
export function keepRegion(context: Context, zone: string): void {
  if (!allows(context, 'personalization')) return
  const usual = zone === context.services.agency.timeZone
  if (!usual) context.setCookie(ownCookies.region.name, zone, yearSeconds)
  else if (context.cookie(ownCookies.region.name) !== undefined) context.setCookie(ownCookies.region.name, '', 0)
}
