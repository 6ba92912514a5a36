import type { ListQuestion, Question } from '../definition/definition.ts'
import type { SummaryLine } from '../definition/kind.ts'
import { labelOf } from '../definition/kind.ts'
import { listOn } from '../definition/layout.ts'
import { kindOf } from '../definition/kinds/kinds.ts'
import type { Wording } from '../definition/wording.ts'
import type { Contradiction, PageState, Replay, ReplayedEntry, ReplayedPage } from './replay.ts'

/** One question of the review. No lines: asked and not answered yet, or left empty. */
export type ReviewRow = {
  readonly question: Question
  readonly label: Wording
  readonly lines: readonly SummaryLine[]
  /** Where it is changed: the page, the entry of its list if it is of one, and the element on it. */
  readonly change: { readonly pageId: string; readonly entryId?: string; readonly field: string }
  readonly contradictions: readonly Contradiction[]
}

/** One entry of a list. `named`: the lines that name it. */
export type ReviewEntry = {
  readonly entryId: string
  readonly named: readonly NamedLine[]
  readonly rows: readonly ReviewRow[]
}

type NamedLine = { readonly question: Question; readonly line: SummaryLine }

export type ReviewPage = {
  readonly pageId: string
  readonly state: PageState
  readonly rows: readonly ReviewRow[]
  readonly entries: readonly ReviewEntry[]
}

export type ReviewPart = { readonly partId: string; readonly pages: readonly ReviewPage[] }

type Around = { readonly pageId: string; readonly entryId?: string; readonly contradictions: readonly Contradiction[] }

function rowOf(submitted: Replay['submitted'], question: Question, { contradictions, ...where }: Around): ReviewRow {
  const answer = submitted[question.id]
  return {
    question,
    label: labelOf(question),
    lines: answer === undefined ? [] : kindOf(question).lines(question, answer),
    change: { ...where, field: question.id },
    contradictions: contradictions.filter(({ questionId }) => questionId === question.id),
  }
}

/** The lines of the answers that name an entry. */
export const namedLines = (list: ListQuestion, { asked, submitted }: ReplayedEntry): readonly NamedLine[] =>
  asked
    .filter(({ id }) => list.named.includes(id))
    .flatMap((question) => {
      const answer = submitted[question.id]
      return answer === undefined ? [] : kindOf(question).lines(question, answer).map((line) => ({ question, line }))
    })

function entryOf(list: ListQuestion, entry: ReplayedEntry, pageId: string): ReviewEntry {
  const around = { pageId, entryId: entry.id, contradictions: entry.contradictions }
  return {
    entryId: entry.id,
    named: namedLines(list, entry),
    rows: entry.asked.map((question) => rowOf(entry.submitted, question, around)),
  }
}

function pageOf({ submitted }: Replay, page: ReplayedPage): ReviewPage {
  const { id: pageId, state, contradictions, asked, entries } = page
  const list = listOn(page.page)
  return {
    pageId,
    state,
    rows: asked.map((question) => rowOf(submitted, question, { pageId, contradictions })),
    entries: list ? entries.map((entry) => entryOf(list, entry, pageId)) : [],
  }
}

/** Everything that is asked and answered, in the order of the form: for the review, the copy of record, the officer. */
export const reviewOf = (replay: Replay): readonly ReviewPart[] =>
  replay.definition.parts
    .map((part) => ({
      partId: part.id,
      pages: replay.pages
        .filter((page) => page.part === part && page.state !== 'not-needed')
        .map((page) => pageOf(replay, page)),
    }))
    .filter(({ pages }) => pages.length > 0)
