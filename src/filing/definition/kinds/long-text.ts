import type { Kind } from '../kind.ts'
import type { LongTextQuestion } from '../question.ts'
import { parseText, postedText, textControl, textErrors } from './text.ts'

const lengthMaxOf = (question: LongTextQuestion) => question.lengthMax ?? 2000

export const longText: Kind<LongTextQuestion, string> = {
  sealed: false,
  needed: 'filing.error.needed-text',
  errors: textErrors,
  parse: (question, posted) =>
    parseText(question, posted, { lengthMax: lengthMaxOf(question), lines: true, read: (text) => ({ answer: text }) }),
  posted: postedText,
  controls: (question) => textControl(question, { type: 'textarea', lengthMax: lengthMaxOf(question) }),
  lines: (_, answer) => answer.split('\n').map((line) => ({ plain: line })),
}
