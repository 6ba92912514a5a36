import type { Kind } from '../kind.ts'
import type { ShortTextQuestion } from '../question.ts'
import { parseText, postedText, textControl, textErrors } from './text.ts'

const lengthMaxOf = (question: ShortTextQuestion) => question.lengthMax ?? 100

export const shortText: Kind<ShortTextQuestion, string> = {
  sealed: false,
  needed: 'filing.error.needed-text',
  errors: textErrors,
  parse: (question, posted) =>
    parseText(question, posted, { lengthMax: lengthMaxOf(question), read: (text) => ({ answer: text }) }),
  posted: postedText,
  controls: (question) =>
    textControl(question, {
      lengthMax: lengthMaxOf(question),
      ...(question.autocomplete ? { autocomplete: question.autocomplete } : {}),
    }),
  lines: (_, answer) => [{ plain: answer }],
}
