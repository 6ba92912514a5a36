import type { Context } from '../platform/http/page.ts'

/** What this device may remember beyond what the site cannot work without. All are off until chosen. */
export const optionalKinds = ['personalization', 'analytics'] as const
export type OptionalKind = (typeof optionalKinds)[number]

/** Read by the platform for the language of a page. */
const languageCookie = 'portolan_language'
const preferencesCookie = 'portolan_storage'
const yearSeconds = 365 * 24 * 60 * 60

type Cookies = Pick<Context, 'cookie' | 'setCookie' | 't'>

/** The device has not been told about storage yet. */
export const isFirstVisit = (context: Pick<Context, 'cookie'>): boolean =>
  context.cookie(preferencesCookie) === undefined

export function preferencesOf(context: Pick<Context, 'cookie'>): readonly OptionalKind[] {
  const kept = (context.cookie(preferencesCookie) ?? '').split('.')
  return optionalKinds.filter((kind) => kept.includes(kind))
}

/** Keeps the choice on the device, and does what it says: the language is remembered, or forgotten at once. */
export function keepPreferences(context: Cookies, chosen: readonly OptionalKind[]): void {
  context.setCookie(preferencesCookie, ['essential', ...chosen].join('.'), yearSeconds)
  if (chosen.includes('personalization')) context.setCookie(languageCookie, context.t.language, yearSeconds)
  else if (context.cookie(languageCookie) !== undefined) context.setCookie(languageCookie, '', 0)
}
