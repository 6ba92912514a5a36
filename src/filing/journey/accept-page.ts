import type { Answer, Answers, Day, FormDefinition, ListQuestion, Question } from '../definition/definition.ts'
import { holds } from '../definition/holds.ts'
import { shownAgain } from '../definition/clean.ts'
import type { ErrorKey, FieldValues, Mistake, Posted } from '../definition/kind.ts'
import { kindOf } from '../definition/kinds/kinds.ts'
import type { WordValues } from '../definition/wording.ts'
import { listOn } from '../definition/layout.ts'
import { fieldNames } from './fields.ts'
import { outlineOf } from './outline.ts'
import { replay, type Replay, type ReplayedPage } from './replay.ts'

/** An error at a field: the product's words under `key`, or the form's under `rule.<ruleId>`. */
export type PageError = { readonly field: string; readonly questionId: string } & (
  | { readonly key: ErrorKey; readonly values?: WordValues }
  | { readonly ruleId: string }
)

export type Refused = {
  readonly ok: false
  readonly reached: boolean
  readonly errors: readonly PageError[]
  readonly values: FieldValues
}

export type AcceptedPage = { readonly ok: true; readonly answers: Answers; readonly replay: Replay } | Refused

export const notReached: Refused = { ok: false, reached: false, errors: [], values: {} }

type Read = { answers: Record<string, Answer | null>; errors: PageError[] }

/**
 * Reads a posted page into the answers of a draft. Never throws on what was posted. Refused: every error in the order
 * of the page, and the values to show again; `reached: false` when the page is unknown or not open to this person yet.
 * Answers to questions that are not asked (any more) stay in the draft.
 */
export function acceptPage(
  definition: FormDefinition,
  answers: Answers,
  pageId: string,
  posted: Posted,
  today: Day,
): AcceptedPage {
  const before = replay(definition, answers, today)
  const placed = outlineOf(definition).pageById.get(pageId)
  const reached = before.pages.some((page) => page.id === pageId && page.reached)
  if (!placed || !reached) return notReached
  const list = listOn(placed.page)
  const read = list ? readList(list, answers, before) : readQuestions(placed.page.questions, { answers }, before, posted)
  if (read.errors.length > 0) return refusedQuestions(placed.page.questions, read.errors, posted)
  const after = replay(definition, read.answers, today)
  const errors = errorsOn(pageId, after)
  return errors.length > 0
    ? refusedQuestions(placed.page.questions, errors, posted)
    : { ok: true, answers: read.answers, replay: after }
}

type Kept = { readonly answers: Answers; readonly beside?: Replay['submitted'] | undefined }

/**
 * Reads questions in order, each asked or not by the answers before it. `answers`: what is kept of them so far; `beside`:
 * what counts of the same entry, on other pages of it.
 */
export function readQuestions(questions: readonly Question[], { answers, beside }: Kept, before: Replay, posted: Posted): Read {
  const read: Read = { answers: { ...answers }, errors: [] }
  const counting: Record<string, Answer> = { ...before.submitted, ...before.derived, ...beside }
  for (const question of questions) delete counting[question.id]
  for (const question of questions) {
    const parsed = kindOf(question).parse(question, posted)
    const asked = holds(question.when, { answers: counting, today: before.today })
    if (!parsed.ok) {
      if (asked) read.errors.push(...parsed.mistakes.map((mistake) => at(question, mistake)))
      continue
    }
    if (parsed.answer !== undefined) {
      read.answers[question.id] = parsed.answer
      if (asked) counting[question.id] = parsed.answer
    } else if (asked) {
      read.answers[question.id] = null
      if (!question.optional) read.errors.push(neededError(question))
    }
  }
  return read
}

/** The page of a list: its entries came by pages of their own, and going on says that these are all. */
function readList(list: ListQuestion, answers: Answers, before: Replay): Read {
  const entries = before.pages.flatMap((page) => (page.page.questions.includes(list) ? page.entries : []))
  const kept = { ...answers, [list.id]: answers[list.id] ?? [] }
  return { answers: kept, errors: entries.length < (list.least ?? 0) ? [neededError(list)] : [] }
}

const at = (question: Question, mistake: Mistake): PageError => ({ questionId: question.id, ...mistake })

function neededError(question: Question): PageError {
  const kind = kindOf(question)
  return { questionId: question.id, field: firstField(question), key: kind.needed }
}

const firstField = (question: Question) => kindOf(question).firstField?.(question) ?? question.id

/** What is wrong on this page once its answers stand beside all others. */
function errorsOn(pageId: string, after: Replay): PageError[] {
  const page = after.pages.find(({ id }) => id === pageId)
  return page ? errorsIn(page) : []
}

/** What is wrong with answers that are kept: those of a page, or those of one entry of a list. */
export function errorsIn({ asked, mistakes, contradictions }: Pick<ReplayedPage, 'asked' | 'mistakes' | 'contradictions'>): PageError[] {
  const broken = contradictions
    .filter(({ rule }) => rule.level === 'error')
    .map(({ rule, questionId }) => {
      const question = asked.find(({ id }) => id === questionId)
      return { questionId, field: question ? firstField(question) : questionId, ruleId: rule.id }
    })
  return [...mistakes.map(({ question, mistake }) => at(question, mistake)), ...broken]
}

export function refusedQuestions(questions: readonly Question[], errors: readonly PageError[], posted: Posted): Refused {
  return { ok: false, reached: true, errors, values: postedAgain(questions, posted) }
}

/** The posted values of the questions' own fields, fit to be shown again. */
export function postedAgain(questions: readonly Question[], posted: Posted): FieldValues {
  const names = questions.flatMap((question) => fieldNames(question))
  return Object.fromEntries(
    names
      .filter((name) => Object.hasOwn(posted, name))
      .map((name) => {
        const value = posted[name]
        return [name, Array.isArray(value) ? value.map(shownAgain) : shownAgain(value)]
      }),
  )
}
