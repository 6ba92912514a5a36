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

/** The day that is meant, or undefined when it hangs on a date that has no answer. */
export function dayOf(reference: DayReference, today: Day, answers: Answers): Day | undefined {
  if (reference === 'today') return today
  if (typeof reference === 'string') return reference
  const from = 'from' in reference ? today : answers[reference.answer]
  if (!isDay(from)) return undefined
  return reference.plus === undefined ? from : dayPlus(from, reference.plus)
}
