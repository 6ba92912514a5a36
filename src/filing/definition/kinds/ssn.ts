import type { Kind } from '../kind.ts'
import type { SsnQuestion } from '../question.ts'
import { parseText, textControl, textErrors } from './text.ts'

// Never issued: area 000, 666 and 900 to 999, group 00, serial 0000 (SSA, POMS RM 10201.035).
const issued = /^(?!000|666|9\d\d)\d{3}(?!00)\d{2}(?!0000)\d{4}$/

const shown = (digits: string) => `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`

export const ssn: Kind<SsnQuestion, string> = {
  sealed: true,
  needed: 'filing.error.needed-text',
  errors: [...textErrors, 'filing.error.not-ssn'],
  parse: (question, posted) =>
    parseText(question, posted, {
      lengthMax: 20,
      read: (text) => {
        const digits = text.replace(/[\s-]/g, '')
        return issued.test(digits) ? { answer: digits } : 'filing.error.not-ssn'
      },
    }),
  posted: ({ id }, answer) => ({ [id]: shown(answer) }),
  controls: (question) =>
    textControl(
      question,
      { inputMode: 'numeric', lengthMax: 20, width: 12, autocomplete: 'off', spellcheck: false },
      'filing.hint.ssn',
    ),
  lines: (_, answer) => [{ plain: shown(answer) }],
}
