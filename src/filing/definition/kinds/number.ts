import type { Kind } from '../kind.ts'
import { refused } from '../kind.ts'
import type { NumberQuestion } from '../question.ts'
import { parseText, postedText, textControl, textErrors } from './text.ts'

/** A whole number from its text, commas and spaces between groups forgiven. */
export function readWhole(text: string): { answer: number } | 'filing.error.not-a-number' {
  const plain = text.replace(/[ ,]/g, '')
  return /^\d{1,12}$/.test(plain) ? { answer: Number(plain) } : 'filing.error.not-a-number'
}

export const number: Kind<NumberQuestion, number> = {
  sealed: false,
  needed: 'filing.error.needed-number',
  errors: [
    ...textErrors,
    'filing.error.not-a-number',
    'filing.error.number-too-small',
    'filing.error.number-too-large',
  ],
  parse: (question, posted) => {
    const parsed = parseText(question, posted, { lengthMax: 20, read: readWhole })
    if (!parsed.ok || parsed.answer === undefined) return parsed
    const { least = 0, most = 999_999_999 } = question
    if (parsed.answer < least) return refused(question.id, 'filing.error.number-too-small', { least })
    return parsed.answer > most ? refused(question.id, 'filing.error.number-too-large', { most }) : parsed
  },
  posted: postedText,
  controls: (question) => textControl(question, { inputMode: 'numeric', lengthMax: 20, width: 10 }),
  lines: (_, answer) => [{ plain: String(answer) }],
}
