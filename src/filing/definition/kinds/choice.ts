import type { Kind } from '../kind.ts'
import type { ChoiceQuestion } from '../question.ts'
import { optionControl, optionErrors, ownOption, parseOption } from './options.ts'
import { postedText } from './text.ts'

export const choice: Kind<ChoiceQuestion, string> = {
  sealed: false,
  needed: 'filing.error.needed-choice',
  errors: optionErrors,
  parse: (question, posted) => parseOption(question.id, posted, question.options),
  posted: postedText,
  controls: (question) =>
    optionControl(
      question,
      'radios',
      question.options.map((value) => ownOption(question, value)),
    ),
  lines: (question, answer) => [{ wording: ownOption(question, answer).label }],
}
