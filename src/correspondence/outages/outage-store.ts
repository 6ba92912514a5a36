import { type Insertable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { DeclaredOutage } from './outage.ts'

interface OutageRow {
  id: string
  parts: string[]
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant | null
  words: unknown
  stops_clock: boolean
  declared_at: Temporal.Instant
  withdrawn_at: Temporal.Instant | null
  applied_at: Temporal.Instant | null
  moved: number
}

const columns = ['id', 'parts', 'starts_at', 'ends_at', 'words', 'stops_clock', 'declared_at', 'withdrawn_at', 'applied_at', 'moved'] as const

const outageOf = (row: OutageRow): DeclaredOutage => ({
  id: row.id,
  parts: row.parts as DeclaredOutage['parts'],
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  words: row.words as DeclaredOutage['words'],
  stopsClock: row.stops_clock,
  declaredAt: row.declared_at,
  withdrawnAt: row.withdrawn_at,
  appliedAt: row.applied_at,
  moved: row.moved,
})

/** False: this press has declared it before. */
export async function insertOutage(tx: Tx, outage: Insertable<DB['correspondence.outage']>): Promise<boolean> {
  const row = await tx
    .insertInto('correspondence.outage')
    .values(outage)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The newest first. */
export async function listOutages(tx: Tx, { from, most }: { from: number; most: number }): Promise<DeclaredOutage[]> {
  const rows = await tx.selectFrom('correspondence.outage').select(columns).orderBy('starts_at', 'desc').orderBy('id').offset(from).limit(most).execute()
  return rows.map(outageOf)
}

/** Outages for which deadlines have not moved yet: while one reaches a deadline, it is not over. */
export async function listStops(tx: Tx): Promise<DeclaredOutage[]> {
  const rows = await tx
    .selectFrom('correspondence.outage')
    .select(columns)
    .where('stops_clock', '=', sql<boolean>`true`)
    .where('applied_at', 'is', null)
    .orderBy('starts_at')
    .execute()
  return rows.map(outageOf)
}

export async function lockOutage(tx: Tx, id: string): Promise<DeclaredOutage | undefined> {
  const row = await tx.selectFrom('correspondence.outage').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && outageOf(row)
}

export async function findOutage(tx: Tx, id: string): Promise<DeclaredOutage | undefined> {
  const row = await tx.selectFrom('correspondence.outage').select(columns).where('id', '=', id).executeTakeFirst()
  return row && outageOf(row)
}

export async function markEnded(tx: Tx, id: string, ended: { endsAt: Temporal.Instant; at: Temporal.Instant; by: string }): Promise<void> {
  await tx.updateTable('correspondence.outage').set({ ends_at: ended.endsAt, ended_at: ended.at, ended_by: ended.by }).where('id', '=', id).execute()
}

export async function markWithdrawn(tx: Tx, id: string, { at, by }: { at: Temporal.Instant; by: string }): Promise<void> {
  await tx.updateTable('correspondence.outage').set({ withdrawn_at: at, withdrawn_by: by }).where('id', '=', id).execute()
}

export async function markMoved(tx: Tx, id: string, { more, appliedAt }: { more: number; appliedAt: Temporal.Instant | null }): Promise<void> {
  await tx
    .updateTable('correspondence.outage')
    .set({ moved: sql`moved + ${more}`, applied_at: appliedAt })
    .where('id', '=', id)
    .execute()
}
