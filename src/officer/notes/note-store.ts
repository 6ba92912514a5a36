import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type StoredNote = Selectable<DB['officer.case_note']>

/** False: this press wrote it before, or another one follows that note already. */
export async function insertNote(tx: Tx, note: Insertable<DB['officer.case_note']>): Promise<boolean> {
  const made = await tx.insertInto('officer.case_note').values(note).onConflict((its) => its.doNothing()).executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** The notes of a case: those that are pinned first, then the newest. */
export const listNotes = (tx: Tx, caseId: string, most: number): Promise<StoredNote[]> =>
  tx.selectFrom('officer.case_note').selectAll().where('case', '=', caseId).orderBy('pinned', 'desc').orderBy('at', 'desc').orderBy('id').limit(most).execute()

export const lockNote = (tx: Tx, caseId: string, id: string): Promise<StoredNote | undefined> =>
  tx.selectFrom('officer.case_note').selectAll().where('case', '=', caseId).where('id', '=', id).forUpdate().executeTakeFirst()

export async function recordNote(tx: Tx, id: string, facts: { pinned?: boolean; struck_at?: Temporal.Instant }): Promise<void> {
  await tx.updateTable('officer.case_note').set(facts).where('id', '=', id).execute()
}
