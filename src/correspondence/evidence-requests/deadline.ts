import type { AgencyPack, RequestKind } from '../../agency/index.ts'
import { agencyDay } from '../../cases/index.ts'
import { businessDayFrom } from './business-day.ts'

/** A deadline: the day that is named, and the one instant at which it is over. */
export interface Deadline {
  readonly lastDay: Temporal.PlainDate
  /** 23:59:59 of the last day where that comes latest. */
  readonly dueAt: Temporal.Instant
}

/** The last second of a day in the zone where the agency's deadlines end. */
export const endOfDay = (agency: Pick<AgencyPack, 'deadlineTimeZone'>, day: Temporal.PlainDate): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime(agency.deadlineTimeZone).toInstant().subtract({ seconds: 1 })

/** The day that a deadline names. */
export const lastDayOf = (agency: Pick<AgencyPack, 'deadlineTimeZone'>, dueAt: Temporal.Instant): Temporal.PlainDate =>
  dueAt.toZonedDateTimeISO(agency.deadlineTimeZone).toPlainDate()

/** A deadline's last second counts whole. */
export const isOver = (dueAt: Temporal.Instant, now: Temporal.Instant): boolean => Temporal.Instant.compare(now, dueAt.add({ seconds: 1 })) >= 0

/** How long a request leaves, by its kind and form, and three days more where it goes by mail. */
export function daysToAnswer(agency: Pick<AgencyPack, 'evidenceRequests'>, kind: RequestKind, { form, isMailed }: { form: string; isMailed: boolean }): number {
  const days = kind.formDays?.[form] ?? kind.days
  return days + (isMailed ? agency.evidenceRequests.mailedExtraDays : 0)
}

/**
 * When an answer is due at the latest: so many days after the day of the agency on which it was sent, on the next business
 * day, at the end of that day where it ends last.
 */
export function deadlineOf(agency: AgencyPack, kind: RequestKind, sent: { form: string; isMailed: boolean; sentAt: Temporal.Instant }): Deadline {
  const day = agencyDay(agency, sent.sentAt).add({ days: daysToAnswer(agency, kind, sent) })
  const lastDay = businessDayFrom(agency.daysOff, day)
  return { lastDay, dueAt: endOfDay(agency, lastDay) }
}

/** What is left until a deadline, as days and, on the last of them, hours: both whole and never more than there is. */
export function timeLeft(dueAt: Temporal.Instant, now: Temporal.Instant): { days: number; hours: number; isOver: boolean } {
  const hours = Math.max(0, Math.floor(now.until(dueAt).total({ unit: 'hours' })))
  return { days: Math.floor(hours / 24), hours, isOver: isOver(dueAt, now) }
}

/** A stretch of time in which people could not answer. */
export interface Outage {
  readonly startsAt: Temporal.Instant
  /** Null: it goes on. */
  readonly endsAt: Temporal.Instant | null
}

const dayMilliseconds = 86_400_000

/** Where a deadline moves for an outage that is over: by its length, and to the next business day after it at the least. Null: it is not reached. */
export function movedDeadline(agency: AgencyPack, dueAt: Temporal.Instant, { startsAt, endsAt }: Outage): Deadline | null {
  if (!endsAt || !isReached(agency, dueAt, { startsAt, endsAt })) return null
  const length = Math.ceil((endsAt.epochMilliseconds - startsAt.epochMilliseconds) / dayMilliseconds)
  const byLength = lastDayOf(agency, dueAt).add({ days: length })
  const afterIt = lastDayOf(agency, endsAt).add({ days: 1 })
  const later = Temporal.PlainDate.compare(byLength, afterIt) >= 0 ? byLength : afterIt
  const lastDay = businessDayFrom(agency.daysOff, later)
  return { lastDay, dueAt: endOfDay(agency, lastDay) }
}

/** Whether a deadline falls within an outage, or so soon after it that the time it took is missed. */
export function isReached(agency: Pick<AgencyPack, 'evidenceRequests'>, dueAt: Temporal.Instant, { startsAt, endsAt }: Outage): boolean {
  if (Temporal.Instant.compare(dueAt, startsAt) < 0) return false
  return !endsAt || Temporal.Instant.compare(dueAt, endsAt.add({ hours: 24 * agency.evidenceRequests.outageReachDays })) <= 0
}
