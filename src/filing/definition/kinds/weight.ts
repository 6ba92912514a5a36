import type { Kind } from '../kind.ts'
import { refused } from '../kind.ts'
import type { WeightQuestion } from '../question.ts'
import { readWhole } from './number.ts'
import { parseText, postedText, textControl, textErrors } from './text.ts'

const poundsMax = 999

export const weight: Kind<WeightQuestion, number> = {
  sealed: false,
  needed: 'filing.error.needed-number',
  errors: [...textErrors, 'filing.error.not-a-number', 'filing.error.not-a-weight'],
  parse: (question, posted) => {
    const parsed = parseText(question, posted, { lengthMax: 20, read: readWhole })
    if (!parsed.ok || parsed.answer === undefined) return parsed
    const real = parsed.answer >= 1 && parsed.answer <= poundsMax
    return real ? parsed : refused(question.id, 'filing.error.not-a-weight')
  },
  posted: postedText,
  controls: (question) =>
    textControl(question, { inputMode: 'numeric', lengthMax: 20, width: 4 }, 'filing.hint.weight'),
  lines: (_, pounds) => [{ wording: { product: 'filing.summary.weight' }, values: { pounds } }],
}
