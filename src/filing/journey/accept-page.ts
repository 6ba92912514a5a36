import type { Answer, Answers, Day, FormDefinition, Page, Question } from '../definition/definition.ts'
import { holds } from '../definition/holds.ts'
import { shownAgain } from '../definition/clean.ts'
import type { ErrorKey, FieldValues, Mistake, Posted } from '../definition/kind.ts'
import { kindOf } from '../definition/kinds/kinds.ts'
import type { WordValues } from '../definition/wording.ts'
import { fieldNames } from './fields.ts'
import { outlineOf } from './outline.ts'
import { replay, type Replay } from './replay.ts'

/** An error at a field: the product's words under `key`, or the form's under `rule.<ruleId>`. */
export type PageError = { readonly field: string; readonly questionId: string } & (
  | { readonly key: ErrorKey; readonly values?: WordValues }
  | { readonly ruleId: string }
)

export type AcceptedPage =
  | { readonly ok: true; readonly answers: Answers; readonly replay: Replay }
  | {
      readonly ok: false
      readonly reached: boolean
      readonly errors: readonly PageError[]
      readonly values: FieldValues
    }

type Draft = { answers: Record<string, Answer | null>; errors: PageError[] }

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
  if (!placed || !reached) return { ok: false, reached: false, errors: [], values: {} }
  const read = readPage(placed.page, answers, before, posted)
  if (read.errors.length > 0) return refusedPage(placed.page, read.errors, posted)
  const after = replay(definition, read.answers, today)
  const errors = errorsOn(pageId, after)
  return errors.length > 0
    ? refusedPage(placed.page, errors, posted)
    : { ok: true, answers: read.answers, replay: after }
}

/** Reads the questions in order, each asked or not by the answers before it. */
function readPage(page: Page, answers: Answers, before: Replay, posted: Posted): Draft {
  const draft: Draft = { answers: { ...answers }, errors: [] }
  const counting: Record<string, Answer> = { ...before.submitted }
  for (const question of page.questions) delete counting[question.id]
  for (const question of page.questions) {
    const parsed = kindOf(question).parse(question, posted)
    const asked = holds(question.when, { answers: counting, today: before.today })
    if (!parsed.ok) {
      if (asked) draft.errors.push(...parsed.mistakes.map((mistake) => at(question, mistake)))
      continue
    }
    if (parsed.answer !== undefined) {
      draft.answers[question.id] = parsed.answer
      if (asked) counting[question.id] = parsed.answer
    } else if (asked) {
      draft.answers[question.id] = null
      if (!question.optional) draft.errors.push(neededError(question))
    }
  }
  return draft
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
  if (!page) return []
  const mistakes = page.mistakes.map(({ question, mistake }) => at(question, mistake))
  const broken = page.contradictions
    .filter(({ rule }) => rule.level === 'error')
    .map(({ rule, questionId }) => {
      const question = page.asked.find(({ id }) => id === questionId)
      return { questionId, field: question ? firstField(question) : questionId, ruleId: rule.id }
    })
  return [...mistakes, ...broken]
}

function refusedPage(page: Page, errors: readonly PageError[], posted: Posted): AcceptedPage {
  return { ok: false, reached: true, errors, values: postedAgain(page, posted) }
}

/** The posted values of a page's own fields, fit to be shown again. */
function postedAgain(page: Page, posted: Posted): FieldValues {
  const names = page.questions.flatMap((question) => fieldNames(question))
  return Object.fromEntries(
    names
      .filter((name) => Object.hasOwn(posted, name))
      .map((name) => {
        const value = posted[name]
        return [name, Array.isArray(value) ? value.map(shownAgain) : shownAgain(value)]
      }),
  )
}
