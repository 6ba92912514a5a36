import { dayOf, lengthOfMonth } from '../days.ts'
import type { Kind } from '../kind.ts'
import { hintOf, kept, labelOf, refused } from '../kind.ts'
import type { PartialDateQuestion } from '../question.ts'
import { dateFields } from './date.ts'

const two = (number: number) => String(number).padStart(2, '0')

export const partialDate: Kind<PartialDateQuestion, string> = {
  sealed: true,
  needed: 'filing.error.needed-date',
  errors: [
    'filing.error.month-missing',
    'filing.error.year-missing',
    'filing.error.year-four-digits',
    'filing.error.not-a-day',
    'filing.error.day-in-future',
    'filing.error.day-too-late',
  ],
  parse: ({ id }, posted) => {
    const { month, day, year } = dateFields(id, posted)
    if (month === 0 && day === 0 && year === 0) return kept<string>(undefined)
    if (year === 0) return refused(`${id}.year`, 'filing.error.year-missing')
    if (year < 1000) return refused(`${id}.year`, 'filing.error.year-four-digits')
    if (day !== 0 && month === 0) return refused(`${id}.month`, 'filing.error.month-missing')
    const real = year >= 1000 && month <= 12 && (day === 0 || day <= lengthOfMonth(year, month))
    if (!real || Number.isNaN(month) || Number.isNaN(day)) return refused(id, 'filing.error.not-a-day')
    if (month === 0) return kept(`${year}`)
    return kept(day === 0 ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`)
  },
  posted: ({ id }, answer) => {
    const [year = '', month = '', day = ''] = answer.split('-')
    return {
      [`${id}.month`]: month && String(Number(month)),
      [`${id}.day`]: day && String(Number(day)),
      [`${id}.year`]: year,
    }
  },
  check: (question, answer, { today, answers }) => {
    const latest = question.latest && dayOf(question.latest, today, answers)
    if (latest === undefined || answer <= latest.slice(0, answer.length)) return []
    if (question.latest === 'today') return [{ field: question.id, key: 'filing.error.day-in-future' }]
    return [{ field: question.id, key: 'filing.error.day-too-late', values: { latest: { day: latest } } }]
  },
  controls: (question) => [
    {
      name: question.id,
      type: 'partial-date',
      label: labelOf(question),
      hint: { ...hintOf(question), product: 'filing.hint.partial-date' },
      ...(question.optional ? { optional: true } : {}),
    },
  ],
  lines: (_, answer) => {
    if (answer.length === 10) return [{ day: answer }]
    return [answer.length === 7 ? { month: answer } : { plain: answer }]
  },
}
