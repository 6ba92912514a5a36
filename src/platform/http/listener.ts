import type { Kysely } from 'kysely'
import type { ComponentChildren } from 'preact'
import type { DB } from '../db/tables.ts'
import type { Log } from '../log.ts'
import type { PerformerParts } from '../operation.ts'
import type { Services } from '../services.ts'
import type { Tally } from '../figures/index.ts'
import type { Text } from '../i18n/text.ts'
import type { HostRule } from './host-rule.ts'
import type { Context, View } from './page.ts'
import type { Posted } from './posted.ts'
import type { Visit } from './visit.ts'

/** Whose a form is: of an account that is known, or of that of the session in which its page was drawn. */
export type TypedBy = { readonly account: string } | { readonly session: string }

/** What a listener is given from above: it knows no domain, so everything that speaks of one is handed in. */
export interface ListenerParts {
  name: 'portal' | 'office'
  origin: string
  /** Which Host a request may name; another is misdirected and told nothing. */
  answersTo: HostRule
  pool: Kysely<DB>
  services: Services
  record: PerformerParts['record']
  log: Log
  trustedProxies: readonly string[]
  noIndex: boolean
  /** Languages this listener shows, the first is the default. */
  languages: readonly string[]
  timeZone: string
  /** Those a person may choose instead, for this device. */
  timeZones?: readonly string[]
  assetsFolder: string
  /** Reads the session behind a cookie's secret; null secret or unknown: a visitor. */
  visitOf(secret: string | null): Promise<Visit>
  layout(context: Context, view: View, status: number): ComponentChildren
  /** Keeps what cannot be taken now, encrypted for its account. */
  park(typedBy: TypedBy, path: string, posted: Posted): Promise<void>
  /** What was parked for this account and path, by that open page alone where one is named; taking it removes it. */
  takeParked(visit: Visit, path: string, page?: string): Promise<Posted | null>
  /** Counts what people meet on the pages, where their device allows it. Left out: nothing is counted. */
  tally?: Tally
  /** Whether the parts this listener depends on answer. */
  ready(): Promise<boolean>
}

export interface ErrorView {
  t: Text
  status: number
  title: string
  message: string
  requestId: string | null
}
