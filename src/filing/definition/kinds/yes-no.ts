import type { Kind, Option } from '../kind.ts'
import type { YesNoQuestion } from '../question.ts'
import { optionControl, optionErrors, parseOption } from './options.ts'
import { postedText } from './text.ts'

const labels = { yes: 'filing.option.yes', no: 'filing.option.no' } as const

const optionOf = (question: YesNoQuestion, value: 'yes' | 'no'): Option => ({
  value,
  label: { form: `${question.id}.option.${value}`, product: labels[value] },
  hint: { form: `${question.id}.option.${value}.hint` },
})

export const yesNo: Kind<YesNoQuestion, string> = {
  sealed: false,
  needed: 'filing.error.needed-choice',
  errors: optionErrors,
  parse: (question, posted) => parseOption(question.id, posted, ['yes', 'no']),
  posted: postedText,
  controls: (question) => optionControl(question, 'radios', [optionOf(question, 'yes'), optionOf(question, 'no')]),
  lines: (question, answer) => [{ wording: optionOf(question, answer === 'yes' ? 'yes' : 'no').label }],
}
