import type { AgencyPack } from '../../agency/index.ts'

/** Money is late on one side or the other; so long around a day it is looked for before anything is called missing. */
const aroundHours = 72
/** So long after a day has ended, what was under way at midnight has been heard of. */
const settledAfterMinutes = 60

export type MoneyDay = {
  readonly day: Temporal.PlainDate
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
}

/** A day where the agency is; one on which the clock changes has 23 or 25 hours. */
export function moneyDay({ timeZone }: Pick<AgencyPack, 'timeZone'>, day: Temporal.PlainDate): MoneyDay {
  const startOf = (of: Temporal.PlainDate) => of.toZonedDateTime(timeZone).toInstant()
  return { day, from: startOf(day), until: startOf(day.add({ days: 1 })) }
}

export const around = ({ from, until }: MoneyDay) => ({
  from: from.subtract({ hours: aroundHours }),
  until: until.add({ hours: aroundHours }),
})

/** The last day that can be reconciled; the first hour after midnight still belongs to what was under way. */
export function lastSettledDay({ timeZone }: Pick<AgencyPack, 'timeZone'>, now: Temporal.Instant): Temporal.PlainDate {
  return now.subtract({ minutes: settledAfterMinutes }).toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 })
}

export const isIn = (at: Temporal.Instant, { from, until }: Pick<MoneyDay, 'from' | 'until'>): boolean =>
  Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, until) < 0
