import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { TaskEnd, TaskKind } from './task.ts'
import { endTask, endTasksOfCase, endTasksOfKind, putTask, updateTaskTimes } from './task-store.ts'

type Asking = Pick<OperationContext, 'tx' | 'now'>
type Moment = Temporal.Instant | null

export interface TaskToOpen {
  caseId: string
  kind: TaskKind
  /** The id of the request, appointment or notice that asks it; one subject asks one thing. */
  subject: string
  dueAt?: Moment
  startsAt?: Moment
}

/**
 * Asks something of the people of a case, inside the caller's operation and transaction: their page shows it first.
 * Opened again after it ended, it is asked anew.
 * @throws when the subject asks something else already
 */
export async function openTask({ tx, now }: Asking, { caseId, kind, subject, dueAt = null, startsAt = null }: TaskToOpen): Promise<void> {
  const put = await putTask(tx, { id: newId(), case: caseId, kind, subject, opened_at: now, due_at: dueAt, starts_at: startsAt })
  if (put === 0) throw new Error('The subject of a task asks something else already')
}

/** Gives an open task other times; a time that is left out stays. One that ended stays as it is. */
export async function moveTask({ tx }: Asking, { subject, dueAt, startsAt }: { subject: string; dueAt?: Moment; startsAt?: Moment }): Promise<void> {
  const times = { ...(dueAt === undefined ? {} : { due_at: dueAt }), ...(startsAt === undefined ? {} : { starts_at: startsAt }) }
  if (Object.keys(times).length > 0) await updateTaskTimes(tx, subject, times)
}

/** Ends an open task; one that has ended stays as it ended. */
export async function closeTask({ tx, now }: Asking, { subject, how }: { subject: string; how: TaskEnd }): Promise<void> {
  await endTask(tx, subject, how, now)
}

/** Ends what is open of one kind on these cases, whichever of them asked it. */
export async function closeTasksOfKind({ tx, now }: Asking, ended: { cases: readonly string[]; kind: TaskKind; how: TaskEnd }): Promise<void> {
  await endTasksOfKind(tx, { ...ended, at: now })
}

/** Nothing is asked on a case any longer: it ended. */
export async function closeTasksOfCase({ tx, now }: Asking, caseId: string): Promise<void> {
  await endTasksOfCase(tx, caseId, 'withdrawn', now)
}
