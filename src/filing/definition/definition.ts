import type { DescribedPart } from '../../evidence/index.ts'
import type { Answers } from './answer.ts'
import type { Condition, Day } from './condition.ts'
import type { Derived } from './derived.ts'
import type { Question } from './question.ts'
import type { NamedRule } from './named-rules.ts'

/** One group of questions on one screen. Texts: `page.<id>.title` and, where wanted, `page.<id>.intro`. */
export type Page = {
  /** Unique in the form, kebab-case; it is the last piece of the page's address: `/drafts/<draft>/<id>`. */
  readonly id: string
  /** Reached only when this holds. May look at questions of earlier pages only. */
  readonly when?: Condition
  readonly questions: readonly Question[]
}

/** A part of the form, one group of the task list. Text: `part.<id>.title`. */
export type Part = { readonly id: string; readonly pages: readonly Page[] }

/**
 * A contradiction between answers. It is broken when `when` holds, or when the named rule says so of the answers to
 * `of`. An error blocks, a warning explains. Shown at the question `at`; it counts once that question was put, and only
 * while it is asked. Text: `rule.<id>`.
 */
export type Rule = {
  readonly id: string
  readonly level: 'error' | 'warning'
  readonly at: string
  /** The authority: a section of law, regulation or the form's instructions. */
  readonly cite?: string
} & ({ readonly when: Condition } | { readonly named: NamedRule; readonly of: readonly string[] })

/** A document asked for. Texts: `evidence.<id>.document` (its label), `evidence.<id>.why`, `evidence.<id>.hint`. */
export type EvidenceRule = {
  readonly id: string
  readonly when?: Condition
  readonly required: boolean
  readonly filesMax?: number
  /** What has to be said of each of its files before the form is signed; all else can be left out. */
  readonly describe?: readonly DescribedPart[]
  readonly cite?: string
}

/** A line of the fee schedule that is due. The amount comes from the schedule in force on the day. */
export type FeeRule = { readonly code: string; readonly when?: Condition }

/**
 * The check before a form is started. Questions are asked in order, each a choice; the first outcome that holds is
 * given, so the last has no `when`. Texts: `eligibility.<id>.label`, `.hint`, `.option.<value>` (yes and no have
 * words of their own) and `eligibility.outcome.<id>`.
 */
export type Eligibility = {
  readonly questions: readonly { readonly id: string; readonly options: readonly string[]; readonly when?: Condition }[]
  readonly outcomes: readonly {
    readonly id: string
    readonly outcome: 'yes' | 'maybe' | 'no-but'
    readonly when?: Condition
    /** What the account can do instead: the outcome links to it, and who has pending cases is told of it at once. */
    readonly leads?: 'change-of-address'
  }[]
}

/**
 * A described person with an answer to every question they are asked (optional ones may be left out), and files (an
 * example file name) by evidence id.
 */
export type Scenario = {
  /** Kebab-case: `renews-an-expired-card`. */
  readonly name: string
  readonly answers: Answers
  readonly files: { readonly [evidenceId: string]: string }
}

/**
 * Somebody who helped and signs too, once their name is among the answers: before the filer, over the same document.
 * `given`, `family`: the questions that name them. `declares`: what they declare there, a paragraph each. Texts:
 * `helper.<id>.<declared>`.
 */
export type Helper = {
  /** Unique in the form, kebab-case; the last piece of the step's address: `/drafts/<draft>/sign/<id>`. */
  readonly id: string
  readonly capacity: 'interpreter' | 'preparer'
  readonly given: string
  readonly family: string
  readonly declares: readonly string[]
}

/** One edition of a form, as data that survives JSON. Texts: `form.title`, `form.purpose`, `form.who`. */
export type FormDefinition = {
  /** The form's code, lower case: `i-90`. */
  readonly form: string
  /** The day printed on the official form as its edition. */
  readonly edition: Day
  /** The last day on which a form of this edition is taken; not given: no end is known. */
  readonly until?: Day
  /** The edition before this one, whose drafts move to it. */
  readonly replaces?: Replaced
  readonly parts: readonly Part[]
  readonly helpers?: readonly Helper[]
  /** Pages that a client answers by accepting in their own account what a representative prepared here: not asked of who prepares it. */
  readonly acceptedByClient?: readonly string[]
  /** What is worked out from the answers. Conditions and rules may look at it as at an answer. */
  readonly derived?: readonly Derived[]
  readonly rules: readonly Rule[]
  readonly evidence: readonly EvidenceRule[]
  readonly fees: readonly FeeRule[]
  readonly eligibility: Eligibility
  readonly scenarios: readonly Scenario[]
}

/**
 * How the answers of an earlier edition move to this one: by id, and where an id has changed by `renamed` (this edition's
 * id, then the earlier one's). `lookAgain`: questions of this edition that read alike and ask for something else.
 */
export type Replaced = {
  readonly edition: Day
  readonly renamed?: { readonly [id: string]: string }
  readonly lookAgain?: readonly string[]
}

/** The texts of a form in one language: `agency/<pack>/texts/<language>/<form>.json`. */
export type Texts = { readonly [key: string]: string }

export type { Address, Answer, Answers, Entry, Height } from './answer.ts'
export type { Condition, Day, DayReference } from './condition.ts'
export type { Derived } from './derived.ts'
export type { Asked, EntryQuestion, KindName, ListName, ListQuestion, Question } from './question.ts'
