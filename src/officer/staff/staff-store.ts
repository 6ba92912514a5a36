import type { Insertable, Selectable, Updateable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type StaffRow = Selectable<DB['officer.staff']>
export type SealedName = Pick<StaffRow, 'id' | 'email_sealed' | 'name_sealed'>

export async function insertStaff(tx: Tx, staff: Insertable<DB['officer.staff']>): Promise<void> {
  await tx.insertInto('officer.staff').values(staff).execute()
}

/** Locks the staff member of an address, so that of two who add them the second sees the first. */
/** Everybody who ever worked here, with the sealed address: the office may not look anybody up by its hash. */
export const listSealedEmails = (tx: Tx) => tx.selectFrom('officer.staff').select(['id', 'email_sealed']).execute()

export function lockStaffByEmail(tx: Tx, hashes: readonly string[]): Promise<StaffRow | undefined> {
  return tx.selectFrom('officer.staff').selectAll().where('email_hash', 'in', hashes).forUpdate().executeTakeFirst()
}

export function getStaff(tx: Tx, id: string): Promise<StaffRow> {
  return tx.selectFrom('officer.staff').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

export function lockStaff(tx: Tx, id: string): Promise<StaffRow> {
  return tx.selectFrom('officer.staff').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

export async function recordOfStaff(tx: Tx, id: string, facts: Updateable<DB['officer.staff']>): Promise<void> {
  await tx.updateTable('officer.staff').set(facts).where('id', '=', id).execute()
}

/** The password's hash of an enrolled staff member who has not left; read at the gate only. */
export async function findPassword(
  tx: Tx,
  hashes: readonly string[],
): Promise<{ staff: string; hash: string } | undefined> {
  const row = await tx
    .selectFrom('officer.staff')
    .select(['id', 'password_hash'])
    .where('email_hash', 'in', hashes)
    .where('enrolled_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.password_hash ? { staff: row.id, hash: row.password_hash } : undefined
}

export async function replacePasswordHash(tx: Tx, staff: string, from: string, to: string): Promise<void> {
  await tx
    .updateTable('officer.staff')
    .set({ password_hash: to })
    .where('id', '=', staff)
    .where('password_hash', '=', from)
    .execute()
}

export function listSealedNames(tx: Tx, ids: readonly string[]): Promise<SealedName[]> {
  return tx.selectFrom('officer.staff').select(['id', 'email_sealed', 'name_sealed']).where('id', 'in', ids).execute()
}

/** The first so many enrolled staff, in the order they were added: for the demonstration's codes. */
export function listEnrolled(tx: Tx, most: number): Promise<StaffRow[]> {
  return tx
    .selectFrom('officer.staff')
    .selectAll()
    .where('enrolled_at', 'is not', null)
    .where('ended_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .limit(most)
    .execute()
}
