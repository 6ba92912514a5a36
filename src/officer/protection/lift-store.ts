import { type Insertable, type Selectable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type Lift = Selectable<DB['officer.protection_lift']>

/** False: somebody asked already, and nobody has decided. */
export async function insertLift(tx: Tx, lift: Insertable<DB['officer.protection_lift']>): Promise<boolean> {
  const row = await tx
    .insertInto('officer.protection_lift')
    .values(lift)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Locked: of two who decide at once the second sees what the first did. */
export const lockLift = (tx: Tx, id: string): Promise<Lift | undefined> =>
  tx.selectFrom('officer.protection_lift').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** What waits for a second person, of these people or of the case. */
export const listOpenLifts = (tx: Tx, { accounts, caseId }: { accounts: readonly string[]; caseId: string }): Promise<Lift[]> =>
  tx
    .selectFrom('officer.protection_lift')
    .selectAll()
    .where((eb) => eb.or([eb('case', '=', caseId), ...(accounts.length > 0 ? [eb('account', 'in', accounts)] : [])]))
    .where('decided_at', 'is', null)
    .orderBy('asked_at')
    .execute()

export async function markDecided(tx: Tx, id: string, decided: { by: string; at: Temporal.Instant; agreed: boolean }): Promise<void> {
  const { by, at, agreed } = decided
  await tx.updateTable('officer.protection_lift').set({ decided_by: by, decided_at: at, agreed }).where('id', '=', id).execute()
}

/** The database looks again that two people agreed. */
export async function liftAgreed(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await sql`select officer.lift_agreed(${id}::uuid, ${at}::timestamptz)`.execute(tx)
}
