import type { Kind, Option } from '../kind.ts'
import { listOf, listOption } from '../lists.ts'
import type { SelectQuestion } from '../question.ts'
import { optionControl, optionErrors, ownOption, parseOption } from './options.ts'
import { postedText } from './text.ts'

const valuesOf = (question: SelectQuestion) => ('list' in question ? listOf(question.list) : question.options)

const optionOf = (question: SelectQuestion, value: string): Option =>
  'list' in question ? listOption(question.list, value) : ownOption(question, value)

export const select: Kind<SelectQuestion, string> = {
  sealed: false,
  needed: 'filing.error.needed-select',
  errors: optionErrors,
  parse: (question, posted) => parseOption(question.id, posted, valuesOf(question)),
  posted: postedText,
  controls: (question) =>
    optionControl(
      question,
      'select',
      valuesOf(question).map((value) => optionOf(question, value)),
    ),
  lines: (question, answer) => [{ wording: optionOf(question, answer).label }],
}
