import type { Answers, Day, ListQuestion, Question } from '../definition/definition.ts'
import type { EntryPart } from '../definition/entry-pages.ts'
import { mayHold } from '../definition/holds.ts'
import type { PageState, Replay, ReplayedPage } from './replay.ts'
import { walkQuestions } from './walk-questions.ts'

/** The pages that may be opened, in order. */
export const reachedPages = ({ pages }: Replay): readonly ReplayedPage[] => pages.filter(({ reached }) => reached)

/** A page that may be opened, or undefined: unknown, not needed, or not reached yet. */
export const reachedPage = ({ pages }: Replay, pageId: string): ReplayedPage | undefined =>
  pages.find((page) => page.id === pageId && page.reached)

function beside(replay: Replay, pageId: string, step: 1 | -1): string | undefined {
  const reached = reachedPages(replay)
  const index = reached.findIndex((page) => page.id === pageId)
  return index === -1 ? undefined : reached[index + step]?.id
}

/** The page after this one, or undefined: after the last comes what follows the form (evidence, review). */
export const nextPage = (replay: Replay, pageId: string): string | undefined => beside(replay, pageId, 1)

/** The page before this one, or undefined: before the first comes the task list. */
export const backPage = (replay: Replay, pageId: string): string | undefined => beside(replay, pageId, -1)

/** A question to draw, and whether the answers as they are ask it. */
export type Drawn = { readonly question: Question; readonly asked: boolean }

/**
 * The questions to draw on a page: those asked, and those that an answer on the same page may bring up, so that the
 * page works without JavaScript.
 */
export const questionsOn = (replay: Replay, page: ReplayedPage): readonly Drawn[] =>
  drawn(page.page.questions, page.asked, countingOf(replay), replay.today)

/** The same for a page of one entry of a list, from the entry's own answers; none for a new one. */
export function questionsOfEntry(replay: Replay, list: ListQuestion, answers: Answers, part: EntryPart): readonly Drawn[] {
  const counting = { answers: { ...countingOf(replay) }, today: replay.today }
  const { asked } = walkQuestions(list.questions, answers, counting)
  return drawn(part.questions, asked, counting.answers, replay.today)
}

const countingOf = ({ submitted, derived }: Replay): Answers => ({ ...submitted, ...derived })

function drawn(questions: readonly Question[], asked: readonly Question[], answers: Answers, today: Day): readonly Drawn[] {
  const open = new Set<string>()
  const may = questions.filter((question) => {
    const holds = mayHold(question.when, { answers, today, open })
    if (holds) open.add(question.id)
    return holds
  })
  return may.map((question) => ({ question, asked: asked.includes(question) }))
}

/** A part of the form as a group of tasks. Texts: `part.<partId>.title`, `page.<pageId>.title`. */
export type TaskGroup = {
  readonly partId: string
  readonly state: PageState
  readonly tasks: readonly { readonly pageId: string; readonly state: PageState; readonly reached: boolean }[]
}

function groupState(states: readonly PageState[]): PageState {
  const needed = states.filter((state) => state !== 'not-needed')
  if (needed.length === 0) return 'not-needed'
  if (needed.includes('now')) return 'now'
  return needed.every((state) => state === 'done') ? 'done' : 'later'
}

/** The task list, by part; pages that are not needed are left out. */
export const taskList = ({ definition, pages }: Replay): readonly TaskGroup[] =>
  definition.parts.map((part) => {
    const own = pages.filter((page) => page.part === part)
    return {
      partId: part.id,
      state: groupState(own.map(({ state }) => state)),
      tasks: own
        .filter(({ state }) => state !== 'not-needed')
        .map(({ id, state, reached }) => ({ pageId: id, state, reached })),
    }
  })
