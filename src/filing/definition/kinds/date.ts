import type { Day } from '../condition.ts'
import { dayOf, lengthOfMonth } from '../days.ts'
import type { ErrorKey, FieldValues, Kind, Mistake, Parsed, Posted } from '../kind.ts'
import { hintOf, kept, labelOf, refused } from '../kind.ts'
import type { DateQuestion } from '../question.ts'

export type DateFields = { readonly month: number; readonly day: number; readonly year: number }

/** A whole number of at most four digits in a posted field; 0 when left empty, NaN when it is anything else. */
function digits(posted: unknown): number {
  if (posted === undefined || posted === null) return 0
  const text = typeof posted === 'string' && posted.length < 20 ? posted.trim() : 'x'
  if (text === '') return 0
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
}

/** The three fields of a date as numbers. */
export const dateFields = (id: string, posted: Posted): DateFields => ({
  month: digits(posted[`${id}.month`]),
  day: digits(posted[`${id}.day`]),
  year: digits(posted[`${id}.year`]),
})

export const dateErrors = [
  'filing.error.month-missing',
  'filing.error.day-missing',
  'filing.error.year-missing',
  'filing.error.year-four-digits',
  'filing.error.not-a-day',
] as const satisfies readonly ErrorKey[]

/** A whole day from its three fields; each fault names the field it is in. */
export function parseDay(id: string, posted: Posted): Parsed<Day> {
  const { month, day, year } = dateFields(id, posted)
  if (month === 0 && day === 0 && year === 0) return kept<Day>(undefined)
  if (month === 0) return refused(`${id}.month`, 'filing.error.month-missing')
  if (day === 0) return refused(`${id}.day`, 'filing.error.day-missing')
  if (year === 0) return refused(`${id}.year`, 'filing.error.year-missing')
  if (year < 1000) return refused(`${id}.year`, 'filing.error.year-four-digits')
  if (!(year >= 1000 && month <= 12 && day <= lengthOfMonth(year, month))) {
    return refused(id, 'filing.error.not-a-day')
  }
  return kept(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

const postedDay = (id: string, day: Day): FieldValues => ({
  [`${id}.month`]: String(Number(day.slice(5, 7))),
  [`${id}.day`]: String(Number(day.slice(8))),
  [`${id}.year`]: day.slice(0, 4),
})

function outOfBounds(question: DateQuestion, day: Day, today: Day, answers: Parameters<typeof dayOf>[2]): Mistake[] {
  const earliest = dayOf(question.earliest ?? '1900-01-01', today, answers)
  if (earliest !== undefined && day < earliest) {
    return [{ field: question.id, key: 'filing.error.day-too-early', values: { earliest: { day: earliest } } }]
  }
  const latest = question.latest === undefined ? '2199-12-31' : dayOf(question.latest, today, answers)
  if (latest === undefined || day <= latest) return []
  if (question.latest === 'today') return [{ field: question.id, key: 'filing.error.day-in-future' }]
  return [{ field: question.id, key: 'filing.error.day-too-late', values: { latest: { day: latest } } }]
}

export const date: Kind<DateQuestion, Day> = {
  // A date of birth answers the portal's own questions about who someone is.
  sealed: true,
  needed: 'filing.error.needed-date',
  errors: [...dateErrors, 'filing.error.day-too-early', 'filing.error.day-in-future', 'filing.error.day-too-late'],
  parse: (question, posted) => parseDay(question.id, posted),
  posted: (question, answer) => postedDay(question.id, answer),
  check: (question, answer, { today, answers }) => outOfBounds(question, answer, today, answers),
  controls: (question) => [
    {
      name: question.id,
      type: 'date',
      label: labelOf(question),
      hint: hintOf(question),
      ...(question.optional ? { optional: true } : {}),
      ...(question.own ? { autocomplete: 'bday' } : {}),
    },
  ],
  lines: (_, answer) => [{ day: answer }],
}
