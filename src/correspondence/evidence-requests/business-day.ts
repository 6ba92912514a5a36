import type { DaysOff } from '../../agency/index.ts'

type Holiday = DaysOff['holidays'][number]

/** The day of a holiday in a year, as its rule says. */
function holidayIn(year: number, rule: Holiday): Temporal.PlainDate {
  const { month } = rule
  if ('day' in rule) return Temporal.PlainDate.from({ year, month, day: rule.day })
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  if (rule.nth > 0) return first.add({ days: ((rule.weekday - first.dayOfWeek + 7) % 7) + 7 * (rule.nth - 1) })
  const last = first.add({ months: 1 }).subtract({ days: 1 })
  return last.subtract({ days: (last.dayOfWeek - rule.weekday + 7) % 7 })
}

/** Where a holiday on a Saturday or Sunday is kept: the Friday before, the Monday after. */
const keptOn = (day: Temporal.PlainDate): Temporal.PlainDate => day.add({ days: day.dayOfWeek === 6 ? -1 : day.dayOfWeek === 7 ? 1 : 0 })

const known = new WeakMap<DaysOff['holidays'], Map<number, ReadonlySet<string>>>()

/** The holidays of a year by their rules, and the days on which they are kept: New Year may be kept the year before. */
function holidaysOf(holidays: DaysOff['holidays'], year: number): ReadonlySet<string> {
  const years = known.get(holidays) ?? new Map<number, ReadonlySet<string>>()
  known.set(holidays, years)
  const found = years.get(year) ?? new Set(holidays.map((rule) => holidayIn(year, rule)).flatMap((day) => [`${day}`, `${keptOn(day)}`]))
  years.set(year, found)
  return found
}

const isHoliday = (day: Temporal.PlainDate, holidays: DaysOff['holidays']): boolean =>
  [day.year, day.year + 1].some((year) => holidaysOf(holidays, year).has(`${day}`))

/** Whether a deadline may end on this day: it is no day of the weekend and no holiday (8 CFR 1.2). */
export const isBusinessDay = ({ weekend, holidays }: DaysOff, day: Temporal.PlainDate): boolean => !weekend.includes(day.dayOfWeek) && !isHoliday(day, holidays)

/** This day where a deadline may end on it, else the next on which it may. */
export function businessDayFrom(daysOff: DaysOff, day: Temporal.PlainDate): Temporal.PlainDate {
  let found = day
  while (!isBusinessDay(daysOff, found)) found = found.add({ days: 1 })
  return found
}
