import type { AgencyPack, StatusEntry } from '../agency/index.ts'

export const channels = ['online', 'paper'] as const
export type Channel = (typeof channels)[number]

export const partyRoles = ['applicant', 'petitioner', 'requestor', 'representative'] as const
export type PartyRole = (typeof partyRoles)[number]

/** One step of a case's course. `on` is the day it counts for, `at` the moment it was entered. */
export interface StatusChange {
  readonly status: string
  readonly on: Temporal.PlainDate
  readonly at: Temporal.Instant
}

/** A case as its row says; the words to its codes are in the agency pack. */
export interface Case {
  readonly id: string
  readonly receiptNumber: string
  readonly form: string
  readonly channel: Channel
  readonly status: string
  readonly statusOn: Temporal.PlainDate
  readonly statusSince: Temporal.Instant
  readonly receivedOn: Temporal.PlainDate
  readonly office: string | null
  readonly touchedAt: Temporal.Instant
}

/** The entry of a status in the agency's table. Throws for a code it does not have. */
export function statusEntry(agency: AgencyPack, code: string): StatusEntry {
  const entry = agency.statuses.find((each) => each.code === code)
  if (!entry) throw new Error(`The agency pack has no status ${code}`)
  return entry
}

/** Whether the status table lets an officer go from one status to the other. */
export const mayFollow = (agency: AgencyPack, from: string, to: string): boolean =>
  statusEntry(agency, from).next.includes(to)

/** Whether an officer may choose it there: the table leads to it, and no act of its own does. */
export const mayChoose = (agency: AgencyPack, from: string, to: string): boolean => mayFollow(agency, from, to) && !statusEntry(agency, to).apart

/** What an officer may choose from, in the order of the table: what is set by an act of its own is not among it. */
export const nextStatuses = (agency: AgencyPack, from: string): readonly StatusEntry[] =>
  statusEntry(agency, from)
    .next.map((code) => statusEntry(agency, code))
    .filter(({ apart }) => !apart)

/** The calendar day of a moment where the agency is: the day a change counts for. */
export const agencyDay = (agency: AgencyPack, at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO(agency.timeZone).toPlainDate()
