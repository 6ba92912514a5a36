import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type ConflictRow = Selectable<DB['officer.conflict']>

/** False: it was declared before, and stands. */
export async function insertConflict(tx: Tx, conflict: Insertable<DB['officer.conflict']>): Promise<boolean> {
  const row = await tx.insertInto('officer.conflict').values(conflict).onConflict((clash) => clash.doNothing()).returning('id').executeTakeFirst()
  return row !== undefined
}

export const lockConflict = (tx: Tx, id: string): Promise<ConflictRow | undefined> =>
  tx.selectFrom('officer.conflict').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Those that stand, of everybody but who asks; the oldest first. */
export const listStandingConflicts = (tx: Tx, { exceptOf, most }: { exceptOf: string; most: number }): Promise<ConflictRow[]> =>
  tx.selectFrom('officer.conflict').selectAll().where('lifted_at', 'is', null).where('staff', '<>', exceptOf).orderBy('declared_at').orderBy('id').limit(most).execute()

export async function markLifted(tx: Tx, id: string, lifted: { by: string; at: Temporal.Instant; note: Buffer | null }): Promise<void> {
  await tx.updateTable('officer.conflict').set({ lifted_by: lifted.by, lifted_at: lifted.at, lift_note_sealed: lifted.note }).where('id', '=', id).execute()
}
