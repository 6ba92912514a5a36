import type { Answers } from './answer.ts'
import type { Day, DayReference } from './condition.ts'

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** How many days a month of the Gregorian calendar has; month 1 to 12. */
export function lengthOfMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (daysInMonth[month - 1] ?? 0)
}

/** Whether a text is a real day, `YYYY-MM-DD`. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month)
}

/** A day moved by an ISO 8601 duration such as `P6M` or `-P14Y`; 29 February less a year is 28 February. */
export const dayPlus = (day: Day, plus: string): Day => Temporal.PlainDate.from(day).add(plus).toString()

/** The days that a date may mean: one, or those of a month (`2020-05`) or of a year (`2020`). */
export type Days = { readonly first: Day; readonly last: Day }

/** The days that a date, known whole or in part, may mean; undefined for what is no date. */
export function daysIn(date: unknown): Days | undefined {
  if (isDay(date)) return { first: date, last: date }
  if (typeof date !== 'string') return undefined
  if (/^\d{4}$/.test(date)) return { first: `${date}-01-01`, last: `${date}-12-31` }
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(date)) return undefined
  return { first: `${date}-01`, last: `${date}-${lengthOfMonth(Number(date.slice(0, 4)), Number(date.slice(5)))}` }
}

/** The days that may be meant, or undefined when it hangs on a date that has no answer. */
export function daysOf(reference: DayReference, today: Day, answers: Answers): Days | undefined {
  if (typeof reference === 'string') return daysIn(reference === 'today' ? today : reference)
  const from = daysIn('from' in reference ? today : answers[reference.answer])
  const { plus } = reference
  return from && plus !== undefined ? { first: dayPlus(from.first, plus), last: dayPlus(from.last, plus) } : from
}

/** The day that is meant, or undefined when it hangs on a date that has no answer. */
export function dayOf(reference: DayReference, today: Day, answers: Answers): Day | undefined {
  if (reference === 'today') return today
  if (typeof reference === 'string') return reference
  const from = 'from' in reference ? today : answers[reference.answer]
  if (!isDay(from)) return undefined
  return reference.plus === undefined ? from : dayPlus(from, reference.plus)
}
