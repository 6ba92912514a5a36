import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type TransferRow = Selectable<DB['correspondence.transfer']>
export type HoldRow = Selectable<DB['correspondence.hold']>
export type MotionRow = Selectable<DB['correspondence.motion']>

/** Whether a press has been written before: as this kind of act, by the same person. */
export async function isActOf(tx: Tx, table: 'transfer' | 'hold' | 'motion', { id, caseId, by }: { id: string; caseId: string; by: string }): Promise<boolean> {
  const row = await tx.selectFrom(`correspondence.${table}`).select('id').where('id', '=', id).where('case', '=', caseId).where('by', '=', by).executeTakeFirst()
  return row !== undefined
}

export const insertTransfer = async (tx: Tx, row: Insertable<DB['correspondence.transfer']>): Promise<void> => {
  await tx.insertInto('correspondence.transfer').values(row).execute()
}
export const insertHold = async (tx: Tx, row: Insertable<DB['correspondence.hold']>): Promise<void> => {
  await tx.insertInto('correspondence.hold').values(row).execute()
}
export const insertMotion = async (tx: Tx, row: Insertable<DB['correspondence.motion']>): Promise<void> => {
  await tx.insertInto('correspondence.motion').values(row).execute()
}

/** The hold that stands on a case; locked by whoever holds the case. */
export const findStandingHold = (tx: Tx, caseId: string): Promise<HoldRow | undefined> =>
  tx.selectFrom('correspondence.hold').selectAll().where('case', '=', caseId).where('released_at', 'is', null).executeTakeFirst()

export async function markReleased(tx: Tx, id: string, released: { by: string; at: Temporal.Instant; note: Buffer }): Promise<void> {
  await tx.updateTable('correspondence.hold').set({ released_by: released.by, released_at: released.at, release_note_sealed: released.note }).where('id', '=', id).execute()
}

export const findNewestMotion = (tx: Tx, caseId: string): Promise<{ id: string } | undefined> =>
  tx.selectFrom('correspondence.motion').select('id').where('case', '=', caseId).orderBy('at', 'desc').limit(1).executeTakeFirst()

const most = 50

/** For the office, the newest first, with what it wrote. */
export const listTransfers = (tx: Tx, caseId: string): Promise<TransferRow[]> =>
  tx.selectFrom('correspondence.transfer').selectAll().where('case', '=', caseId).orderBy('at', 'desc').limit(most).execute()
export const listHolds = (tx: Tx, caseId: string): Promise<HoldRow[]> =>
  tx.selectFrom('correspondence.hold').selectAll().where('case', '=', caseId).orderBy('at', 'desc').limit(most).execute()
export const listMotions = (tx: Tx, caseId: string): Promise<MotionRow[]> =>
  tx.selectFrom('correspondence.motion').selectAll().where('case', '=', caseId).orderBy('at', 'desc').limit(most).execute()

/** For the people of these cases and their archives, the newest first: no note, and nobody of the office. */
export const listOwnTransfers = (tx: Tx, cases: readonly string[]) =>
  tx.selectFrom('correspondence.transfer').select(['receipt_number', 'from_office', 'to_office', 'reason', 'at']).where('case', 'in', cases).orderBy('at', 'desc').limit(most).execute()
export const listOwnHolds = (tx: Tx, cases: readonly string[]) =>
  tx.selectFrom('correspondence.hold').select(['receipt_number', 'kind', 'until_on', 'at', 'released_at']).where('case', 'in', cases).orderBy('at', 'desc').limit(most).execute()
export const listOwnMotions = (tx: Tx, cases: readonly string[]) =>
  tx.selectFrom('correspondence.motion').select(['receipt_number', 'kind', 'came_on', 'in_time', 'at']).where('case', 'in', cases).orderBy('at', 'desc').limit(most).execute()
