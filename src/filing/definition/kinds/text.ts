import { cleanLine, cleanLines, type Cleaned } from '../clean.ts'
import type { Control, ErrorKey, FieldValues, Mistake, Parsed, Posted } from '../kind.ts'
import { hintOf, kept, labelOf, refused } from '../kind.ts'
import type { Question } from '../question.ts'
import type { Wording } from '../wording.ts'

/** The errors that any typed text can give. */
export const textErrors = [
  'filing.error.one-answer',
  'filing.error.characters',
  'filing.error.too-long',
] as const satisfies readonly ErrorKey[]

/** The mistake in a field whose text could not be cleaned. */
export function uncleanMistake(field: string, why: (Cleaned & { ok: false })['why'], lengthMax: number): Mistake {
  if (why === 'length') return { field, key: 'filing.error.too-long', values: { most: lengthMax } }
  return { field, key: why === 'characters' ? 'filing.error.characters' : 'filing.error.one-answer' }
}

type Reading<A> = { readonly lengthMax: number; readonly lines?: true; readonly read: (text: string) => A | ErrorKey }

/**
 * Parses a question of one text field: cleans it, then reads it. `read` gives the answer in an object, or the key of
 * the error.
 */
export function parseText<A extends string | number>(
  question: Question,
  posted: Posted,
  { lengthMax, lines, read }: Reading<{ readonly answer: A }>,
): Parsed<A> {
  const cleaned = (lines ? cleanLines : cleanLine)(posted[question.id], lengthMax)
  if (!cleaned.ok) return { ok: false, mistakes: [uncleanMistake(question.id, cleaned.why, lengthMax)] }
  if (cleaned.text === '') return kept<A>(undefined)
  const result = read(cleaned.text)
  return typeof result === 'string' ? refused(question.id, result) : kept(result.answer)
}

export const postedText = (question: Question, answer: string | number): FieldValues => ({
  [question.id]: String(answer),
})

type Look = Partial<Pick<Control, 'type' | 'autocomplete' | 'inputMode' | 'lengthMax' | 'width' | 'spellcheck'>>

/** The one text control of a question; `hint` is the product's own, used when the form has none. */
export function textControl(question: Question, look: Look, hint?: Wording['product']): readonly Control[] {
  return [
    {
      name: question.id,
      type: 'text',
      label: labelOf(question),
      hint: hint ? { ...hintOf(question), product: hint } : hintOf(question),
      ...(question.optional ? { optional: true } : {}),
      ...look,
    },
  ]
}
