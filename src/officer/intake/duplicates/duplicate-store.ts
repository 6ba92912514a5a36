import { sql } from 'kysely'
import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../../platform/db/tables.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

export type Duplicate = Selectable<DB['officer.possible_duplicate']>
export type DuplicateAct = Insertable<DB['officer.duplicate_act']>

/** Where a page of the list begins. */
export interface DuplicatePlace {
  readonly since: Temporal.Instant
  readonly id: string
}

/** Those that wait, the oldest first, after a place in that order. */
export async function listWaiting(tx: Tx, { after, most }: { after: DuplicatePlace | null; most: number }): Promise<Duplicate[]> {
  const place = after ? sql`and (noted_at, "case") > (${after.since}::timestamptz, ${after.id}::uuid)` : sql``
  const { rows } = await sql<Duplicate>`
    select * from officer.possible_duplicate where decided_at is null ${place} order by noted_at, "case" limit ${most}`.execute(tx)
  return rows
}

export async function countWaiting(tx: Tx): Promise<{ count: number; oldest: Temporal.Instant | null }> {
  const { rows } = await sql<{ count: number; oldest: Temporal.Instant | null }>`
    select count(*)::int as count, min(noted_at) as oldest from officer.possible_duplicate where decided_at is null`.execute(tx)
  return rows[0] ?? { count: 0, oldest: null }
}

/** Something that was done about it; the officer's words in base 64. */
export interface StoredAct {
  id: string
  kind: 'taken' | 'put-back' | 'asked' | 'taken-back' | 'decided'
  staff: string
  answer: 'theirs' | 'new' | null
  account: string | null
  sealed: string | null
  at: string
}

/** One of them with the newest of what was done about it, oldest first. */
export async function findDuplicate(tx: Tx, caseId: string, actsMost: number): Promise<(Duplicate & { acts: StoredAct[] | null }) | undefined> {
  const { rows } = await sql<Duplicate & { acts: StoredAct[] | null }>`
    select its.*, (
      select json_agg(json_build_object('id', id, 'kind', kind, 'staff', staff, 'answer', answer, 'account', account,
        'sealed', encode(reason_sealed, 'base64'), 'at', at) order by ordinal)
      from (select * from officer.duplicate_act act where act."case" = its."case" order by ordinal desc limit ${actsMost}) newest) as acts
    from officer.possible_duplicate its where its."case" = ${caseId}`.execute(tx)
  return rows[0]
}

/** Locked: of two who decide at once the second sees what the first did. */
export const lockDuplicate = (tx: Tx, caseId: string): Promise<Duplicate | undefined> =>
  tx.selectFrom('officer.possible_duplicate').selectAll().where('case', '=', caseId).forUpdate().executeTakeFirst()

export async function recordDuplicate(tx: Tx, caseId: string, facts: Partial<Omit<Duplicate, 'case'>>): Promise<void> {
  await tx.updateTable('officer.possible_duplicate').set(facts).where('case', '=', caseId).execute()
}

export async function insertAct(tx: Tx, act: DuplicateAct): Promise<void> {
  await tx.insertInto('officer.duplicate_act').values(act).execute()
}
