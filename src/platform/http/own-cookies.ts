/** Everything the product keeps on a person's device. A name that is not here cannot be set: the types refuse it. */
export const ownCookies = {
  /** The session's secret (under its listener's name; `__Host-` over https). */
  session: { name: 'portolan_portal', kind: 'essential', keep: 'session' },
  /** Binds a visitor's forms to their browser. */
  visitor: { name: 'portolan_portal_visitor', kind: 'essential', keep: 'session' },
  /** Knows a browser that was signed in before, so that only a new one is told of; it opens nothing. */
  browser: { name: 'portolan_portal_browser', kind: 'essential', keep: 'year' },
  /** What was chosen under Storage preferences. */
  storage: { name: 'portolan_storage', kind: 'essential', keep: 'year' },
  /** The address typed at Sign Up, sealed, so that another link can be asked for. */
  typedAddress: { name: 'portolan_typed_address', kind: 'essential', keep: 'day' },
  /** What was typed from an access notice, sealed, until its person has signed up or in. */
  claim: { name: 'portolan_claim', kind: 'essential', keep: 'day' },
  /** A representative passcode that fitted, sealed, until its client has signed up or in and answered. */
  passcode: { name: 'portolan_passcode', kind: 'essential', keep: 'day' },
  /** The language chosen by its link: until the browser is closed, or a year with personalization. */
  language: { name: 'portolan_language', kind: 'essential', keep: 'session' },
  /** The user name, sealed. */
  userName: { name: 'portolan_user_name', kind: 'personalization', keep: 'year' },
  /** The time zone in which times are shown. */
  region: { name: 'portolan_region', kind: 'personalization', keep: 'year' },
} as const satisfies Record<string, { name: string; kind: 'essential' | OptionalKind; keep: 'session' | 'day' | 'year' }>

export type OwnCookie = keyof typeof ownCookies
export type OwnCookieName = (typeof ownCookies)[OwnCookie]['name']

export const daySeconds = 24 * 60 * 60
export const yearSeconds = 365 * daySeconds

/** What a device may remember beyond what the site cannot work without. All are off until chosen. */
export const optionalKinds = ['personalization', 'analytics'] as const
export type OptionalKind = (typeof optionalKinds)[number]

interface Cookies {
  cookie(name: OwnCookieName): string | undefined
}

/** The device has not been told about storage yet. */
export const isFirstVisit = ({ cookie }: Cookies): boolean => cookie(ownCookies.storage.name) === undefined

/** What this device was allowed to keep or to be counted for. */
export function preferencesOf({ cookie }: Cookies): readonly OptionalKind[] {
  const kept = (cookie(ownCookies.storage.name) ?? '').split('.')
  return optionalKinds.filter((kind) => kept.includes(kind))
}

export const allows = (cookies: Cookies, kind: OptionalKind): boolean => preferencesOf(cookies).includes(kind)

/** As the device keeps it. */
export const preferencesText = (chosen: readonly OptionalKind[]): string => ['essential', ...chosen].join('.')
