import { type Insertable, type Selectable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type StoredBulk = Selectable<DB['officer.bulk']>
export type WhyNot = 'unknown' | 'not-next' | 'protected' | 'taken' | 'moved-on'

export interface BulkCaseRow {
  receipt_number: string
  case: string | null
  from_status: string | null
  state: 'can' | 'cannot' | 'done' | 'left'
  why: WhyNot | null
}

/** False: this press made it before. */
export async function insertBulk(tx: Tx, bulk: Insertable<DB['officer.bulk']>, cases: readonly BulkCaseRow[]): Promise<boolean> {
  const made = await tx.insertInto('officer.bulk').values(bulk).onConflict((its) => its.column('id').doNothing()).executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return false
  await sql`
    insert into officer.bulk_case (bulk, receipt_number, "case", from_status, state, why)
    select ${bulk.id}::uuid, receipt_number, "case", from_status, state, why
    from json_to_recordset(${JSON.stringify(cases)}::json) as r(receipt_number text, "case" uuid, from_status text, state text, why text)`.execute(tx)
  return true
}

export const findBulk = (tx: Tx, id: string): Promise<StoredBulk | undefined> =>
  tx.selectFrom('officer.bulk').selectAll().where('id', '=', id).executeTakeFirst()

export const lockBulk = (tx: Tx, id: string): Promise<StoredBulk | undefined> =>
  tx.selectFrom('officer.bulk').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function countBulk(tx: Tx, id: string): Promise<{ state: BulkCaseRow['state']; why: WhyNot | null; cases: number }[]> {
  const { rows } = await sql<{ state: BulkCaseRow['state']; why: WhyNot | null; cases: number }>`
    select state, why, count(*)::int as cases from officer.bulk_case where bulk = ${id} group by state, why order by state, why`.execute(tx)
  return rows
}

/** Those that cannot be done, or were left, for a list. */
export const listNotDone = (tx: Tx, id: string, most: number): Promise<BulkCaseRow[]> =>
  tx.selectFrom('officer.bulk_case').selectAll().where('bulk', '=', id).where('state', 'in', ['cannot', 'left']).orderBy('receipt_number').limit(most).$castTo<BulkCaseRow>().execute()

export const listNextOf = (tx: Tx, id: string, most: number): Promise<(BulkCaseRow & { case: string; from_status: string })[]> =>
  tx
    .selectFrom('officer.bulk_case')
    .selectAll()
    .where('bulk', '=', id)
    .where('state', '=', 'can')
    .orderBy('receipt_number')
    .limit(most)
    .$castTo<BulkCaseRow & { case: string; from_status: string }>()
    .execute()

export async function recordBulkCases(tx: Tx, bulk: string, cases: readonly string[], state: 'done' | 'left', why: WhyNot | null): Promise<void> {
  if (cases.length === 0) return
  await tx.updateTable('officer.bulk_case').set({ state, why }).where('bulk', '=', bulk).where('case', 'in', cases).execute()
}

export async function recordBulk(tx: Tx, id: string, facts: { confirmed_at?: Temporal.Instant; stopped_at?: Temporal.Instant; ended_at?: Temporal.Instant }): Promise<void> {
  await tx.updateTable('officer.bulk').set(facts).where('id', '=', id).execute()
}

export async function deleteUnconfirmed(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('officer.bulk').where('made_at', '<', before).where('confirmed_at', 'is', null).execute()
}
