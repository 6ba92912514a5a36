import type { Kind } from '../kind.ts'
import { kept, refused } from '../kind.ts'
import type { CheckboxesQuestion } from '../question.ts'
import { optionControl, ownOption } from './options.ts'

export const checkboxes: Kind<CheckboxesQuestion, readonly string[]> = {
  sealed: false,
  needed: 'filing.error.needed-checkboxes',
  errors: ['filing.error.not-an-option', 'filing.error.every-option'],
  parse: (question, posted) => {
    const value = posted[question.id]
    const ticked: readonly unknown[] = Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]
    if (ticked.length > question.options.length) return refused(question.id, 'filing.error.not-an-option')
    if (!ticked.every((one) => question.options.some((option) => option === one))) {
      return refused(question.id, 'filing.error.not-an-option')
    }
    const answer = question.options.filter((option) => ticked.includes(option))
    if (answer.length === 0) return kept<readonly string[]>(undefined)
    if (question.every && answer.length < question.options.length)
      return refused(question.id, 'filing.error.every-option')
    return kept(answer)
  },
  posted: (question, answer) => ({ [question.id]: answer }),
  controls: (question) =>
    optionControl(
      question,
      'checkboxes',
      question.options.map((value) => ownOption(question, value)),
    ),
  lines: (question, answer) => answer.map((value) => ({ wording: ownOption(question, value).label })),
}
