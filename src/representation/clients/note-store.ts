import type { Insertable, Selectable, Updateable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

type Table = DB['representation.client_note']
export type NoteRow = Selectable<Table>

/** The notes on a client that stand, the newest first. */
export const listNotes = (tx: Tx, client: string, most: number): Promise<NoteRow[]> =>
  tx.selectFrom('representation.client_note').selectAll().where('client', '=', client).where('removed_at', 'is', null).orderBy('at', 'desc').orderBy('id').limit(most).execute()

/** Of these representatives all of them, what was removed too. */
export const listNotesOf = (tx: Tx, accounts: readonly string[]): Promise<NoteRow[]> =>
  tx.selectFrom('representation.client_note').selectAll().where('representative', 'in', accounts).orderBy('at').orderBy('id').execute()

export const findNote = (tx: Tx, client: string, id: string): Promise<NoteRow | undefined> =>
  tx.selectFrom('representation.client_note').selectAll().where('client', '=', client).where('id', '=', id).executeTakeFirst()

export const lockNote = (tx: Tx, client: string, id: string): Promise<NoteRow | undefined> =>
  tx.selectFrom('representation.client_note').selectAll().where('client', '=', client).where('id', '=', id).forUpdate().executeTakeFirst()

/** False: this press wrote it before. */
export async function insertNote(tx: Tx, note: Insertable<Table>): Promise<boolean> {
  const made = await tx.insertInto('representation.client_note').values(note).onConflict((its) => its.doNothing()).executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function updateNote(tx: Tx, id: string, facts: Updateable<Table>): Promise<void> {
  await tx.updateTable('representation.client_note').set(facts).where('id', '=', id).execute()
}

export const deleteRemovedNotes = async (tx: Tx, before: Temporal.Instant): Promise<void> => {
  await tx.deleteFrom('representation.client_note').where('removed_at', '<', before).execute()
}
