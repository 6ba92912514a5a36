import type { AgencyPack } from '../../agency/index.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { PostalAddress } from '../../profile/index.ts'
import { agencyDay, statusEntry } from '../case.ts'

/** What comes by mail for a case that is known already. */
export const laterPaperKinds = ['answer', 'address', 'returned-mail', 'other'] as const
export type LaterPaperKind = (typeof laterPaperKinds)[number]

/** What the post office wrote on an envelope that came back. */
export const returnReasons = ['moved', 'unknown', 'refused', 'insufficient-address', 'other'] as const
export type ReturnReason = (typeof returnReasons)[number]

/**
 * What came of a paper. `waits`: an officer decides whether a protected case gets this address. `overtaken`: the person gave a
 * newer address before it was opened. `held`: mail to that address waits from then on.
 */
export type PaperOutcome = 'kept' | 'answered' | 'after-decision' | 'applied' | 'waits' | 'declined' | 'overtaken' | 'held'

/** Where mail goes from then on: to the home, or to another place than the home. */
export type AddressUseOnPaper = 'physical' | 'mailing'

/** What a paper says of an address. */
export interface AddressOnPaper {
  readonly use: AddressUseOnPaper
  readonly address: PostalAddress
  /** It is for all pending cases of the person, and not for this one alone. */
  readonly all: boolean
}

/** The new address that a post office stuck on an envelope, as it is written there; nobody has confirmed it. */
export interface AddressOnEnvelope {
  readonly sticker: string
}

const place = (caseId: string, paper: string) => ({ person: caseId, table: 'cases.later_paper', row: paper, column: 'sealed' })

/** Sealed for the case, as the addresses on it are. */
export const sealPaper = (keys: Keys, caseId: string, paper: string, said: AddressOnPaper | AddressOnEnvelope): Buffer =>
  sealText(keys, place(caseId, paper), JSON.stringify(said))

/** Throws SealBroken for what was changed or is another's. */
export const openLaterPaper = (keys: Keys, caseId: string, paper: string, sealed: Buffer): AddressOnPaper | AddressOnEnvelope =>
  JSON.parse(openText(keys, place(caseId, paper), sealed))

/** Whether the case was decided, or has gone on from there: what comes now changes nothing by itself. */
export function isDecided(agency: AgencyPack, status: string): boolean {
  const { final, decides, group } = statusEntry(agency, status)
  return Boolean(final || decides) || group === 'card'
}

/** Mail that lay longer than this was not received then: the year is typed wrong. */
const daysMost = 366

export const receivedOnFaults = ['received-in-future', 'received-before-case', 'received-too-long-ago'] as const

/** What is wrong with the day that a paper is said to have come; null: nothing. */
export function receivedOnFault(
  { agency, now }: { agency: AgencyPack; now: Temporal.Instant },
  { receivedOn, caseReceivedOn }: { receivedOn: Temporal.PlainDate; caseReceivedOn: Temporal.PlainDate },
): (typeof receivedOnFaults)[number] | null {
  const today = agencyDay(agency, now)
  if (Temporal.PlainDate.compare(receivedOn, today) > 0) return 'received-in-future'
  if (Temporal.PlainDate.compare(receivedOn, caseReceivedOn) < 0) return 'received-before-case'
  return receivedOn.until(today, { largestUnit: 'day' }).days > daysMost ? 'received-too-long-ago' : null
}
