import type { Question } from '../definition/definition.ts'
import type { SummaryLine } from '../definition/kind.ts'
import { labelOf } from '../definition/kind.ts'
import { kindOf } from '../definition/kinds/kinds.ts'
import type { Wording } from '../definition/wording.ts'
import type { Contradiction, PageState, Replay, ReplayedPage } from './replay.ts'

/** One question of the review. No lines: asked and not answered yet, or left empty. */
export type ReviewRow = {
  readonly question: Question
  readonly label: Wording
  readonly lines: readonly SummaryLine[]
  /** Where it is changed: the page, and the element on it. */
  readonly change: { readonly pageId: string; readonly field: string }
  readonly contradictions: readonly Contradiction[]
}

export type ReviewPart = {
  readonly partId: string
  readonly pages: readonly { readonly pageId: string; readonly state: PageState; readonly rows: readonly ReviewRow[] }[]
}

function rowOf(replay: Replay, page: ReplayedPage, question: Question): ReviewRow {
  const answer = replay.submitted[question.id]
  return {
    question,
    label: labelOf(question),
    lines: answer === undefined ? [] : kindOf(question).lines(question, answer),
    change: { pageId: page.id, field: question.id },
    contradictions: page.contradictions.filter(({ questionId }) => questionId === question.id),
  }
}

/** Everything that is asked and answered, in the order of the form: for the review, the copy of record, the officer. */
export const reviewOf = (replay: Replay): readonly ReviewPart[] =>
  replay.definition.parts
    .map((part) => ({
      partId: part.id,
      pages: replay.pages
        .filter((page) => page.part === part && page.state !== 'not-needed')
        .map((page) => ({
          pageId: page.id,
          state: page.state,
          rows: page.asked.map((question) => rowOf(replay, page, question)),
        })),
    }))
    .filter(({ pages }) => pages.length > 0)
