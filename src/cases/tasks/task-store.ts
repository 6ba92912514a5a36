import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { AskedTask, OpenTask, TaskEnd, TaskKind } from './task.ts'

export interface TaskRow {
  id: string
  case: string
  kind: TaskKind
  subject: string
  opened_at: Temporal.Instant
  due_at: Temporal.Instant | null
  starts_at: Temporal.Instant | null
}

/** Asked once more after it ended, it is open again; asked twice, it is as asked last. Zero: the subject is of another case or kind. */
export async function putTask(tx: Tx, row: TaskRow): Promise<number> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('cases.task')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('subject')
        .doUpdateSet({ opened_at: row.opened_at, due_at: row.due_at, starts_at: row.starts_at, ended_at: null, ended_how: null, reminded_days: null })
        .where('cases.task.case', '=', row.case)
        .where('cases.task.kind', '=', row.kind),
    )
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

export const updateTaskTimes = (tx: Tx, subject: string, times: { due_at?: Temporal.Instant | null; starts_at?: Temporal.Instant | null }) =>
  tx
    .updateTable('cases.task')
    .set({ ...times, ...(times.due_at === undefined ? {} : { reminded_days: null }) })
    .where('subject', '=', subject).where('ended_at', 'is', null).execute()

export const endTask = (tx: Tx, subject: string, how: TaskEnd, at: Temporal.Instant) =>
  tx.updateTable('cases.task').set({ ended_at: at, ended_how: how }).where('subject', '=', subject).where('ended_at', 'is', null).execute()

/** Whatever of one kind is open on these cases. */
export async function endTasksOfKind(tx: Tx, { cases, kind, how, at }: { cases: readonly string[]; kind: TaskKind; how: TaskEnd; at: Temporal.Instant }): Promise<void> {
  if (cases.length === 0) return
  await tx.updateTable('cases.task').set({ ended_at: at, ended_how: how }).where('case', 'in', cases).where('kind', '=', kind).where('ended_at', 'is', null).execute()
}

/** When the people of a case last did what one kind asks; undefined: they never did, or are asked again. */
export async function findLastDone(tx: Tx, { caseId, kind }: { caseId: string; kind: TaskKind }): Promise<Temporal.Instant | undefined> {
  const row = await tx.selectFrom('cases.task').select(['ended_at', 'ended_how']).where('case', '=', caseId).where('kind', '=', kind).orderBy('opened_at', 'desc').orderBy('ordinal', 'desc').limit(1).executeTakeFirst()
  return row?.ended_how === 'done' ? (row.ended_at ?? undefined) : undefined
}

/** Whether the people of the case `its` said where mail reaches them since it has its status: what the status asks for is done. */
export const addressSaidColumn = sql<boolean>`exists (select from cases.task where task."case" = its.id and task.kind = 'confirm-address'
  and task.ended_how = 'done' and task.opened_at >= its.status_since)`

export const endTasksOfCase = (tx: Tx, caseId: string, how: TaskEnd, at: Temporal.Instant) =>
  tx.updateTable('cases.task').set({ ended_at: at, ended_how: how }).where('case', '=', caseId).where('ended_at', 'is', null).execute()

interface TaskJson {
  readonly kind: TaskKind
  readonly subject: string
  readonly openedAt: string
  readonly dueAt: string | null
  readonly startsAt: string | null
  readonly changes: number
}

const facts = sql`'kind', task.kind, 'subject', task.subject, 'openedAt', task.opened_at, 'dueAt', task.due_at, 'startsAt', task.starts_at, 'changes', task.changes`

export type AskedJson = readonly (TaskJson & { readonly endedAt: string | null; readonly how: TaskEnd | null })[]

const asked = sql`'endedAt', task.ended_at, 'how', task.ended_how`

/** What is asked on the case `its` and still open, or was taken back before its time came, as one JSON value of its row. */
export const tasksColumn: RawBuilder<AskedJson | null> = sql<AskedJson | null>`(
  select json_agg(json_build_object(${facts}, ${asked}))
  from cases.task where task."case" = its.id
    and (task.ended_at is null or (task.ended_how = 'withdrawn' and coalesce(task.due_at, task.starts_at) > task.ended_at)))`

/** Everything that was ever asked on it. */
export const askedColumn: RawBuilder<AskedJson | null> = sql<AskedJson | null>`(
  select json_agg(json_build_object(${facts}, ${asked}) order by task.opened_at, task.ordinal)
  from cases.task where task."case" = its.id)`

const instantOrNull = (at: string | null) => (at === null ? null : Temporal.Instant.from(at))

const taskOf = ({ kind, subject, openedAt, dueAt, startsAt, changes }: TaskJson): OpenTask => ({
  kind,
  subject,
  openedAt: Temporal.Instant.from(openedAt),
  dueAt: instantOrNull(dueAt),
  startsAt: instantOrNull(startsAt),
  changes,
})

export const askedOf = (asked: AskedJson | null): AskedTask[] =>
  (asked ?? []).map((task) => ({
    ...taskOf(task),
    ended: task.endedAt && task.how ? { at: Temporal.Instant.from(task.endedAt), how: task.how } : null,
  }))

/** For an archive: everything that was ever asked on these cases, the oldest first. */
export const listTasksOf = (tx: Tx, cases: readonly string[]) =>
  cases.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('cases.task').selectAll().where('case', 'in', cases).orderBy('opened_at').orderBy('ordinal').execute()
