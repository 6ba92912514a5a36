/** What may be asked of the people of a case. Each has a page of its own where it is done. */
export const taskKinds = ['answer-request', 'answer-intent', 'appointment', 'prove-identity', 'sign', 'read-notice', 'confirm-address'] as const
export type TaskKind = (typeof taskKinds)[number]

/** Done by the person; lapsed: nothing came in time; withdrawn: it is not asked any longer. */
export const taskEnds = ['done', 'lapsed', 'withdrawn'] as const
export type TaskEnd = (typeof taskEnds)[number]

/** Something asked that is still open. `subject` is the id of the request, appointment or notice that asks it. */
export interface OpenTask {
  readonly kind: TaskKind
  readonly subject: string
  readonly openedAt: Temporal.Instant
  /** Until when it can be done; null: there is no deadline. */
  readonly dueAt: Temporal.Instant | null
  /** When it takes place; null: it is done whenever the person likes. */
  readonly startsAt: Temporal.Instant | null
  /** How often what a calendar says of it has changed. */
  readonly changes: number
}

/** Everything that was ever asked, with how it ended; null: it is open. */
export interface AskedTask extends OpenTask {
  readonly ended: { readonly at: Temporal.Instant; readonly how: TaskEnd } | null
}

/** What decides how soon it must be looked at: its deadline, or when it takes place. */
export const taskMoment = ({ dueAt, startsAt }: Pick<OpenTask, 'dueAt' | 'startsAt'>): Temporal.Instant | null => dueAt ?? startsAt

/** The nearest first; what has no day last, the oldest of it first. */
export function byNearest(one: OpenTask, other: OpenTask): number {
  const [first, second] = [taskMoment(one), taskMoment(other)]
  if (first && second) return Temporal.Instant.compare(first, second) || one.subject.localeCompare(other.subject)
  if (first || second) return first ? -1 : 1
  return Temporal.Instant.compare(one.openedAt, other.openedAt) || one.subject.localeCompare(other.subject)
}

/** What is open of it, the nearest first, and what was taken back before its time came: a calendar drops that. */
export const openAndDropped = (asked: readonly AskedTask[]): { tasks: AskedTask[]; dropped: AskedTask[] } => ({
  tasks: asked.filter(({ ended }) => ended === null).sort(byNearest),
  dropped: asked.filter((task) => {
    const moment = taskMoment(task)
    return task.ended?.how === 'withdrawn' && moment !== null && Temporal.Instant.compare(moment, task.ended.at) > 0
  }),
})
