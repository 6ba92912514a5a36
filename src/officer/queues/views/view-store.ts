import { type Insertable, type Selectable, sql } from 'kysely'
import type { DB } from '../../../platform/db/tables.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

export type StoredView = Selectable<DB['officer.saved_view']>

/** False: this press has kept it before. */
export async function insertView(tx: Tx, view: Insertable<DB['officer.saved_view']>): Promise<boolean> {
  const made = await tx.insertInto('officer.saved_view').values(view).onConflict((its) => its.column('id').doNothing()).executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** The views of one member of staff, in the order in which they were kept. */
export const listViews = (tx: Tx, staff: string, most: number): Promise<StoredView[]> =>
  tx.selectFrom('officer.saved_view').selectAll().where('staff', '=', staff).where('removed_at', 'is', null).orderBy('kept_at').orderBy('id').limit(most).execute()

export const findView = (tx: Tx, staff: string, id: string): Promise<StoredView | undefined> =>
  tx.selectFrom('officer.saved_view').selectAll().where('staff', '=', staff).where('id', '=', id).executeTakeFirst()

/** One view at most is shown first: whichever was gives way. */
export async function recordNoFirst(tx: Tx, staff: string): Promise<void> {
  await tx.updateTable('officer.saved_view').set({ is_first: false }).where('staff', '=', staff).where('is_first', '=', true).execute()
}

export async function recordView(tx: Tx, id: string, facts: { name?: string; is_first?: boolean; removed_at?: Temporal.Instant | null }): Promise<void> {
  await tx.updateTable('officer.saved_view').set(facts).where('id', '=', id).execute()
}

/** All views of one member of staff, while nobody else changes any of them. */
export async function lockViews(tx: Tx, staff: string): Promise<StoredView[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`saved-views ${staff}`}, 0))`.execute(tx)
  return tx.selectFrom('officer.saved_view').selectAll().where('staff', '=', staff).execute()
}

export async function deleteRemovedViews(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('officer.saved_view').where('removed_at', '<', before).execute()
}
