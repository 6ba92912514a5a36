import type { AgencyPack, AppointmentKind, OfficeEntry } from '../../agency/index.ts'
import { statusEntry } from '../../cases/index.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'

/** `to-rebook`: the office had to close its time and had no other; it waits for one. */
export const appointmentStates = ['booked', 'to-rebook', 'attended', 'missed', 'cancelled'] as const
export type AppointmentState = (typeof appointmentStates)[number]

export interface Appointment {
  readonly id: string
  readonly caseId: string
  readonly receiptNumber: string
  /** One of the agency pack's. */
  readonly kind: string
  readonly office: string
  readonly slot: string
  readonly startsAt: Temporal.Instant
  readonly minutes: number
  readonly state: AppointmentState
  /** How often the people of the case have moved it. */
  readonly changes: number
  /** How often its time has changed, for calendars (RFC 5545, 3.8.7.4). */
  readonly sequence: number
  readonly madeAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
  /** Why it was closed or cancelled: a code of the pack. */
  readonly why: string | null
  readonly arrivedAt: Temporal.Instant | null
  /** Whether who came is who they say; null where nobody looked. */
  readonly confirmed: boolean | null
}

export const isOpen = ({ state }: Pick<Appointment, 'state'>): boolean => state === 'booked' || state === 'to-rebook'

export const endOf = ({ startsAt, minutes }: Pick<Appointment, 'startsAt' | 'minutes'>): Temporal.Instant => startsAt.add({ minutes })

/** What a person reads who cannot choose another time; null: they can. */
export const cannotMove = ['not-open', 'in-the-past', 'too-late', 'moved-too-often'] as const
export type CannotMove = (typeof cannotMove)[number]

type Rules = AgencyPack['appointments']

/**
 * Whether the people of its case may move an appointment now: not once it is over, not within the last hours before it begins, and
 * not more often than the agency allows. Exactly so many hours before is early enough. One that the office had to close is theirs to move.
 */
export function whyNotMoved({ appointments: rules }: { appointments: Rules }, its: Pick<Appointment, 'state' | 'startsAt' | 'changes'>, now: Temporal.Instant): CannotMove | null {
  if (!isOpen(its)) return 'not-open'
  if (its.state === 'to-rebook') return null
  if (Temporal.Instant.compare(now, its.startsAt) >= 0) return 'in-the-past'
  if (Temporal.Instant.compare(now, its.startsAt.subtract({ hours: rules.hoursBeforeLeast })) > 0) return 'too-late'
  return its.changes >= rules.changesMost ? 'moved-too-often' : null
}

/** Throws for a kind that the agency does not have. */
export function kindOf(agency: AgencyPack, id: string): AppointmentKind {
  const kind = agency.appointments.kinds.find((each) => each.id === id)
  if (!kind) throw new Error(`The agency pack has no appointment ${id}`)
  return kind
}

/** Throws for an office that the agency does not have. */
export function officeOf(agency: AgencyPack, id: string): OfficeEntry {
  const office = agency.offices.find((each) => each.id === id)
  if (!office) throw new Error(`The agency pack has no office ${id}`)
  return office
}

export const officesFor = (agency: AgencyPack, kind: string): readonly OfficeEntry[] =>
  agency.offices.filter(({ visits }) => visits?.kinds[kind] !== undefined)

/** The office to begin with: the one that holds the case, else the one that serves where the person lives, else the first. */
export function suggestedOffice(agency: AgencyPack, kind: string, { office, state }: { office: string | null; state: string | null }): OfficeEntry | undefined {
  const offices = officesFor(agency, kind)
  const near = offices.find(({ serves = [] }) => state !== null && serves.includes(state))
  return offices.find(({ id }) => id === office) ?? near ?? offices[0]
}

/** Whether a case of this status takes an appointment of this kind: an open one, along the agency's table. */
export function mayBook(agency: AgencyPack, status: string, kind: AppointmentKind): boolean {
  const { final, unpaid, next } = statusEntry(agency, status)
  if (final || unpaid) return false
  const known = agency.statuses.some(({ code }) => code === kind.booked)
  return !known || status === kind.booked || next.includes(String(kind.booked))
}

type Column = 'needs_sealed' | 'words_sealed'
const tables = { needs_sealed: 'correspondence.appointment', words_sealed: 'correspondence.appointment_step' } as const
const place = (caseId: string, column: Column, row: string) => ({ person: caseId, table: tables[column], row, column })

/** What somebody needs to be able to come, and why they move it in their own words: sealed for the case. */
export const sealWords = (keys: Keys, caseId: string, column: Column, row: string, words: string): Buffer => sealText(keys, place(caseId, column, row), words)
export const openWords = (keys: Keys, caseId: string, column: Column, row: string, sealed: Uint8Array): string => openText(keys, place(caseId, column, row), sealed)
