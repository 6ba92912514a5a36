import type { Answers, Entry, ListQuestion } from '../definition/definition.ts'
import { type EntryPart, partsOf } from '../definition/entry-pages.ts'
import type { PageState, Replay } from './replay.ts'
import { walkQuestions } from './walk-questions.ts'

/** A page of an entry on the way through it. */
export type ReplayedPart = EntryPart & { readonly state: PageState; readonly reached: boolean }

/** The pages of an entry (undefined: a new one) by what is answered in it, as those of the form are by the draft. */
export function entryParts(replay: Replay, list: ListQuestion, entry: Entry | undefined): readonly ReplayedPart[] {
  const answers = entry?.answers ?? {}
  const stopped = stoppedIn(replay, list, entry)
  const { asked } = walkQuestions(list.questions, answers, { answers: { ...replay.submitted, ...replay.derived }, today: replay.today })
  let undoneBefore = false
  return partsOf(list).map((part) => {
    const needed = asked.filter((question) => part.questions.some((one) => one === question))
    const isDone = needed.every(({ id, optional }) => isPut(answers, id, optional) && !stopped.has(id))
    const state: PageState = needed.length === 0 ? 'not-needed' : isDone ? 'done' : undoneBefore ? 'later' : 'now'
    undoneBefore ||= state === 'now'
    return { ...part, state, reached: state === 'done' || state === 'now' }
  })
}

const isPut = (answers: Answers, id: string, optional: true | undefined) =>
  Object.hasOwn(answers, id) && (optional || answers[id] !== null)

/** The questions of an entry whose answer does not fit, by itself or beside others. */
function stoppedIn({ pages }: Replay, list: ListQuestion, entry: Entry | undefined): ReadonlySet<string> {
  const found = pages.find(({ page }) => page.questions.includes(list))?.entries.find(({ id }) => id === entry?.id)
  const broken = found?.contradictions.filter(({ rule }) => rule.level === 'error').map(({ questionId }) => questionId) ?? []
  return new Set([...broken, ...(found?.mistakes.map(({ question }) => question.id) ?? [])])
}

/** The page of an entry to open: the one asked for if it may be, else the first that is not done, else the first. */
export function partToOpen(parts: readonly ReplayedPart[], wanted: string | undefined): ReplayedPart | undefined {
  const reached = parts.filter((part) => part.reached)
  return reached.find(({ id }) => id === wanted) ?? reached.find(({ state }) => state === 'now') ?? reached[0]
}
