import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/transaction.ts'

export interface WorkerRow {
  id: string
  role: string
  has_left: boolean
  email_sealed: Buffer
  name_sealed: Buffer | null
  open: number
  oldest_at: Temporal.Instant | null
}

/** Everybody who works cases and has not left, with how many they hold and since when the oldest. */
export async function listWorkers(tx: Tx, most: number): Promise<WorkerRow[]> {
  const { rows } = await sql<WorkerRow>`
    select its.id, its.role, its.ended_at is not null as has_left, its.email_sealed, its.name_sealed, coalesce(held.open, 0) as open, held.oldest_at
    from officer.staff its left join (
      select work.staff, count(*)::int as open, min(work.from_at) as oldest_at from officer.assignment work
      where work.until_at is null group by work.staff) held on held.staff = its.id
    where its.role in ('officer', 'supervisor') and its.enrolled_at is not null and (its.ended_at is null or held.open > 0)
    order by held.oldest_at nulls last, its.id limit ${most}`.execute(tx)
  return rows
}

export const findWorker = (tx: Tx, id: string): Promise<{ id: string; role: string; cleared_at: Temporal.Instant | null; ended_at: Temporal.Instant | null } | undefined> =>
  tx
    .selectFrom('officer.staff')
    .select(['id', 'role', 'cleared_at', 'ended_at'])
    .where('id', '=', id)
    .where('role', 'in', ['officer', 'supervisor'])
    .where('enrolled_at', 'is not', null)
    .executeTakeFirst()
