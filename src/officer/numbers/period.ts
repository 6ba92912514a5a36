import { figurePeriods } from '../../cases/index.ts'

/** Which days are looked at, and how they are put together. */
export interface Period {
  readonly days: (typeof figurePeriods)[number]
  readonly by: 'week' | 'month'
}

export const periods = figurePeriods

/** What the address asks for; anything else is the last 90 days by week. */
export function periodOf(query: Readonly<Record<string, string>>): Period {
  const days = figurePeriods.find((each) => `${each}` === query.days) ?? 90
  return { days, by: query.by === 'month' ? 'month' : query.by === 'week' || days < 365 ? 'week' : 'month' }
}

/** The first day of the week (Monday, ISO 8601) or month that a day is in. */
export const startOf = (day: Temporal.PlainDate, by: Period['by']): Temporal.PlainDate =>
  by === 'month' ? day.with({ day: 1 }) : day.subtract({ days: day.dayOfWeek - 1 })

/** The beginnings of every week or month from a day on, the last one is that of today. */
export function startsSince(since: Temporal.PlainDate, today: Temporal.PlainDate, by: Period['by']): Temporal.PlainDate[] {
  const starts = [startOf(since, by)]
  for (;;) {
    const next = (starts.at(-1) as Temporal.PlainDate).add(by === 'month' ? { months: 1 } : { weeks: 1 })
    if (Temporal.PlainDate.compare(next, today) > 0) return starts
    starts.push(next)
  }
}
