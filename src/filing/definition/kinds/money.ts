import type { Kind } from '../kind.ts'
import { refused } from '../kind.ts'
import type { MoneyQuestion } from '../question.ts'
import { parseText, textControl, textErrors } from './text.ts'

const amount = /^\$?(\d{1,9})(?:\.(\d{2}))?$/

export const money: Kind<MoneyQuestion, number> = {
  sealed: false,
  needed: 'filing.error.needed-number',
  errors: [...textErrors, 'filing.error.not-an-amount', 'filing.error.amount-too-large'],
  parse: (question, posted) => {
    const parsed = parseText(question, posted, {
      lengthMax: 20,
      read: (text) => {
        const found = amount.exec(text.replace(/[ ,]/g, ''))
        if (!found) return 'filing.error.not-an-amount' as const
        return { answer: Number(found[1]) * 100 + Number(found[2] ?? 0) }
      },
    })
    if (!parsed.ok || parsed.answer === undefined) return parsed
    const most = question.mostCents ?? 99_999_999_999
    return parsed.answer > most ? refused(question.id, 'filing.error.amount-too-large') : parsed
  },
  posted: ({ id }, cents) => ({ [id]: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}` }),
  controls: (question) => textControl(question, { inputMode: 'decimal', lengthMax: 20, width: 12 }),
  lines: (_, cents) => [{ cents }],
}
