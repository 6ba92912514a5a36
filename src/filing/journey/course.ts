import type { Question } from '../definition/definition.ts'
import { mayHold } from '../definition/holds.ts'
import type { PageState, Replay, ReplayedPage } from './replay.ts'

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

/**
 * The questions to draw on a page: those asked, and those that an answer on the same page may bring up, so that the
 * page works without JavaScript. `asked` says which of them the answers ask for as they are.
 */
export function questionsOn(
  replay: Replay,
  page: ReplayedPage,
): readonly { readonly question: Question; readonly asked: boolean }[] {
  const open = new Set<string>()
  const known = { answers: replay.submitted, today: replay.today, open }
  const drawn = page.page.questions.filter((question) => {
    const may = mayHold(question.when, known)
    if (may) open.add(question.id)
    return may
  })
  return drawn.map((question) => ({ question, asked: page.asked.includes(question) }))
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
