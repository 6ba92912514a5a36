import type { AgencyPack, OfficeEntry } from '../../agency/index.ts'

/** The first moment at which a clock of this zone shows a time, by the latest reading of it: one that is skipped comes after the gap. */
const doorsOpen = (day: Temporal.PlainDate, time: string, timeZone: string) =>
  day.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(timeZone, { disambiguation: 'later' }).toInstant()

/** The same by the earliest reading: where a clock shows the time twice, the doors may close at the first. */
const doorsClose = (day: Temporal.PlainDate, time: string, timeZone: string) =>
  day.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(timeZone, { disambiguation: 'earlier' }).toInstant()

/**
 * The moments at which an appointment of so many minutes begins on one day, each wholly while the doors are open by either reading
 * of the clock. Counted in real minutes from the opening: where the clock is moved in between, no time is lost and none is there twice.
 */
function timesBetween(day: Temporal.PlainDate, { from, until }: { from: string; until: string }, timeZone: string, minutes: number): Temporal.Instant[] {
  const closes = doorsClose(day, until, timeZone)
  const times: Temporal.Instant[] = []
  for (let at = doorsOpen(day, from, timeZone); Temporal.Instant.compare(at.add({ minutes }), closes) <= 0; at = at.add({ minutes })) times.push(at)
  return times
}

/** When an office can see people on a day, the earliest first; none on a holiday or where it is closed. */
export function slotTimes({ visits, timeZone }: Pick<OfficeEntry, 'visits' | 'timeZone'>, holidays: readonly string[], day: Temporal.PlainDate, minutes: number): Temporal.Instant[] {
  if (!visits || holidays.includes(day.toString())) return []
  return visits.hours.filter(({ days }) => days.includes(day.dayOfWeek)).flatMap((hours) => timesBetween(day, hours, timeZone, minutes))
}

export interface Span {
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
}

/** A calendar day of an office, from midnight to midnight of its own clock. */
export const dayOfOffice = (day: Temporal.PlainDate, timeZone: string): Span => ({
  from: day.toZonedDateTime(timeZone).toInstant(),
  until: day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
})

/** Seven days of an office, from the Monday of the week in which the day is. */
export function weekOfOffice(day: Temporal.PlainDate, timeZone: string): Span & { readonly monday: Temporal.PlainDate } {
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  return { monday, from: monday.toZonedDateTime(timeZone).toInstant(), until: monday.add({ days: 7 }).toZonedDateTime(timeZone).toInstant() }
}

/** The earliest time that is offered to somebody who is told of it now. */
export const offeredFrom = ({ appointments }: Pick<AgencyPack, 'appointments'>, now: Temporal.Instant): Temporal.Instant =>
  now.add({ hours: appointments.noticeHoursLeast })
