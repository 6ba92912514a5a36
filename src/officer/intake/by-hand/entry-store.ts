import type { Selectable } from 'kysely'
import type { DB } from '../../../platform/db/tables.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

export type EntryRow = Selectable<DB['officer.intake_entry']>

/** False: an entry of this id is there already. */
export async function insertEntry(tx: Tx, entry: { id: string; staff: string; sealed: Buffer; typed_at: Temporal.Instant }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('officer.intake_entry')
    .values(entry)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const findEntry = (tx: Tx, id: string): Promise<EntryRow | undefined> =>
  tx.selectFrom('officer.intake_entry').selectAll().where('id', '=', id).executeTakeFirst()

export const lockEntry = (tx: Tx, id: string): Promise<EntryRow | undefined> =>
  tx.selectFrom('officer.intake_entry').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function updateTyped(tx: Tx, id: string, { sealed, at }: { sealed: Buffer; at: Temporal.Instant }): Promise<void> {
  await tx.updateTable('officer.intake_entry').set({ sealed, typed_at: at }).where('id', '=', id).execute()
}

/** From here on the case has what was typed, and nothing of it stays here. */
export async function markTaken(tx: Tx, id: string, became: { case: string; receipt_number: string; whose: string; taken_at: Temporal.Instant }): Promise<void> {
  await tx.updateTable('officer.intake_entry').set({ ...became, sealed: null }).where('id', '=', id).execute()
}

/** What the actor typed and has not taken in, the oldest first. */
export const listUnfinished = (tx: Tx, staff: string, most: number): Promise<EntryRow[]> =>
  tx
    .selectFrom('officer.intake_entry')
    .selectAll()
    .where('staff', '=', staff)
    .where('taken_at', 'is', null)
    .orderBy('typed_at')
    .limit(most)
    .execute()

export async function deleteEntry(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('officer.intake_entry').where('id', '=', id).execute()
}

export async function deleteOldEntries(tx: Tx, { typedBefore, takenBefore }: { typedBefore: Temporal.Instant; takenBefore: Temporal.Instant }): Promise<void> {
  await tx.deleteFrom('officer.intake_entry').where('taken_at', 'is', null).where('typed_at', '<', typedBefore).execute()
  await tx.deleteFrom('officer.intake_entry').where('taken_at', '<', takenBefore).execute()
}
