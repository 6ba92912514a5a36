import type { Control, ErrorKey, Option, Parsed, Posted } from '../kind.ts'
import { hintOf, kept, labelOf, refused } from '../kind.ts'
import type { Question } from '../question.ts'

export const optionErrors = [
  'filing.error.one-answer',
  'filing.error.not-an-option',
] as const satisfies readonly ErrorKey[]

/** A question's own option, with the words of the form. */
export const ownOption = (question: Question, value: string): Option => ({
  value,
  label: { form: `${question.id}.option.${value}` },
  hint: { form: `${question.id}.option.${value}.hint` },
})

/** One of the options, exactly as offered. Nothing else can be posted but by hand. */
export function parseOption(field: string, posted: Posted, options: readonly string[]): Parsed<string> {
  const value = posted[field]
  if (value === undefined || value === null || value === '') return kept<string>(undefined)
  if (typeof value !== 'string') return refused(field, 'filing.error.one-answer')
  return options.includes(value) ? kept(value) : refused(field, 'filing.error.not-an-option')
}

/** The one control of a question that offers options. */
export function optionControl(
  question: Question,
  type: 'radios' | 'checkboxes' | 'select',
  options: readonly Option[],
): readonly Control[] {
  const control = { name: question.id, type, label: labelOf(question), hint: hintOf(question), options }
  return [question.optional ? { ...control, optional: true } : control]
}
