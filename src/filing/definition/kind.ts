import type { MessageKey } from '../../platform/i18n/text.ts'
import type { Answer, Answers } from './answer.ts'
import type { Day } from './condition.ts'
import type { Question } from './question.ts'
import type { Wording, WordValues } from './wording.ts'

/** The body of a form as it came: anything at all may stand under any name. */
export type Posted = { readonly [field: string]: unknown }

/** What fields show: one text, or the ticked values. */
export type FieldValues = { readonly [field: string]: string | readonly string[] }

export type ErrorKey = Extract<MessageKey, `filing.error.${string}`>

/** What is wrong with one field. `label` is added to the values when it is put into words. */
export type Mistake = { readonly field: string; readonly key: ErrorKey; readonly values?: WordValues }

/** `answer: undefined` means left empty. */
export type Parsed<A extends Answer> =
  | { readonly ok: true; readonly answer: A | undefined }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] }

/** One line of a summary, not yet in a language. */
export type SummaryLine =
  | { readonly plain: string }
  | { readonly wording: Wording; readonly values?: WordValues }
  | { readonly day: Day }
  | { readonly month: string }
  | { readonly cents: number }

export type Option = { readonly value: string; readonly label: Wording; readonly hint?: Wording }

/** One control of a question, described for a view. A `date` posts `<name>.month`, `<name>.day` and `<name>.year`. */
export type Control = {
  readonly name: string
  readonly type: 'text' | 'textarea' | 'radios' | 'checkboxes' | 'select' | 'date' | 'partial-date'
  readonly label: Wording
  readonly hint?: Wording
  readonly optional?: true
  readonly autocomplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  readonly lengthMax?: number
  /** How long the expected text is, in characters; a view may size the field by it. */
  readonly width?: number
  readonly spellcheck?: false
  readonly options?: readonly Option[]
  /** Shown only while the country chosen in the control `of` is, or is not, the United States. */
  readonly domesticOnly?: { readonly of: string; readonly is: boolean }
}

/** What constraints are judged against. */
export type Around = { readonly today: Day; readonly answers: Answers }

/** A kind of question, `Q` being the question's shape and `A` the shape of a kept answer (which is also its JSON). */
export type Kind<Q extends Question = Question, A extends Answer = Answer> = {
  /** Answers are always encrypted at rest. */
  readonly sealed: boolean
  /** The error of an answer that is needed and was left empty. */
  readonly needed: ErrorKey
  /** Every other error that parse or check can give. */
  readonly errors: readonly ErrorKey[]
  /** Reads the posted fields, the names of its controls (and of a date's parts). Never throws. */
  readonly parse: (question: Q, posted: Posted) => Parsed<A>
  /** The field that an error of the whole question stands at. */
  readonly firstField?: (question: Q) => string
  /** The posted fields of a kept answer: what the controls show. `parse` of it gives the answer again. */
  readonly posted: (question: Q, answer: A) => FieldValues
  /** Whether an answer was kept by rules that were in force before these: it stays what the person said. */
  readonly keptBefore?: (question: Q, answer: A) => boolean
  /** Constraints that depend on today or on other answers. */
  readonly check?: (question: Q, answer: A, around: Around) => readonly Mistake[]
  readonly controls: (question: Q) => readonly Control[]
  readonly lines: (question: Q, answer: A) => readonly SummaryLine[]
}

export const kept = <A extends Answer>(answer: A | undefined): Parsed<A> => ({ ok: true, answer })

export const refused = (field: string, key: ErrorKey, values?: WordValues): Parsed<never> => ({
  ok: false,
  mistakes: [values ? { field, key, values } : { field, key }],
})

export const labelOf = (question: Question, part?: string): Wording => ({
  form: part === undefined ? `${question.id}.label` : `${question.id}.${part}.label`,
})

export const hintOf = (question: Question): Wording => ({ form: `${question.id}.hint` })
