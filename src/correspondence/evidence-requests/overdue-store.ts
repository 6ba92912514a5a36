import { sql } from 'kysely'
import { lockCasesByIds } from '../../cases/index.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export interface DueRow {
  id: string
  case: string
  receipt_number: string
  kind: string
  state: string
  due_at: Temporal.Instant
}

/**
 * Open requests whose last second is over, the longest ago first, locked behind their cases, as everybody locks them; what another
 * transaction works on is left to it.
 */
export async function lockOverdue(tx: Tx, { now, most }: { now: Temporal.Instant; most: number }): Promise<DueRow[]> {
  const last = now.subtract({ seconds: 1 })
  const { rows: overdue } = await sql<DueRow>`
    select "case" from correspondence.evidence_request
    where state = 'open' and due_at <= ${last}::timestamptz order by due_at, id limit ${most}`.execute(tx)
  const cases = (await lockCasesByIds(tx, overdue.map((row) => row.case))).map(({ id }) => id)
  const { rows } = await sql<DueRow>`
    select id, "case", receipt_number, kind, state, due_at from correspondence.evidence_request
    where state = 'open' and due_at <= ${last}::timestamptz and "case" = any (${cases}::uuid[])
    order by due_at, id for update skip locked`.execute(tx)
  return rows
}

/**
 * Requests whose deadline an outage reaches and that it has not moved yet, locked behind their cases: open ones, and those that lapsed while no
 * officer has taken note of it and nothing else was asked since.
 */
export async function lockReached(tx: Tx, { outage, from, until, most }: { outage: string; from: Temporal.Instant; until: Temporal.Instant; most: number }): Promise<DueRow[]> {
  const reached = sql`
    select id, "case", receipt_number, kind, state, due_at from correspondence.evidence_request its
    where due_at >= ${from}::timestamptz and due_at <= ${until}::timestamptz
      and (state = 'open' or state = 'lapsed' and seen_at is null and not exists (
        select from correspondence.evidence_request other where other."case" = its."case" and other.sent_at > its.sent_at))
      and not exists (select from correspondence.request_event moved where moved.request = its.id and moved.outage = ${outage})
    order by due_at, id limit ${most}`
  const { rows: first } = await sql<DueRow>`${reached}`.execute(tx)
  const cases = (await lockCasesByIds(tx, first.map((row) => row.case))).map(({ id }) => id)
  const { rows } = await sql<DueRow>`
    select * from (${reached}) reached where "case" = any (${cases}::uuid[])`.execute(tx)
  const ids = rows.map(({ id }) => id)
  const { rows: locked } = await sql<DueRow>`
    select id, "case", receipt_number, kind, state, due_at from correspondence.evidence_request where id = any (${ids}::uuid[])
      and state in ('open', 'lapsed') order by due_at, id for update`.execute(tx)
  return locked
}

export async function moveDue(tx: Tx, id: string, { dueAt, isOpenAgain }: { dueAt: Temporal.Instant; isOpenAgain: boolean }): Promise<void> {
  await tx
    .updateTable('correspondence.evidence_request')
    .set({ due_at: dueAt, ...(isOpenAgain ? { state: 'open', ended_at: null } : {}) })
    .where('id', '=', id)
    .execute()
}
