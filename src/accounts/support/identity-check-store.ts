import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type IdentityCheck = Selectable<DB['accounts.identity_check']>

/** The running recovery of an account in the columns the office may see. */
export function findRecoveryForOffice(tx: Tx, account: string, at: Temporal.Instant) {
  return tx
    .selectFrom('accounts.recovery_request')
    .select(['id', 'lost', 'begun_at', 'opens_at', 'expires_at'])
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()
}

/** Undefined where it had ended meanwhile. */
export function markStoppedByOffice(tx: Tx, recovery: string, at: Temporal.Instant): Promise<{ id: string } | undefined> {
  return tx
    .updateTable('accounts.recovery_request')
    .set({ ended_at: at, ended_by: 'office' })
    .where('id', '=', recovery)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
}

export function findIdentityCheck(tx: Tx, recovery: string): Promise<IdentityCheck | undefined> {
  return tx.selectFrom('accounts.identity_check').selectAll().where('recovery', '=', recovery).executeTakeFirst()
}

/** False where one was recorded already. */
export async function insertIdentityCheck(tx: Tx, check: Insertable<DB['accounts.identity_check']>): Promise<boolean> {
  const made = await tx
    .insertInto('accounts.identity_check')
    .values(check)
    .onConflict((conflict) => conflict.column('recovery').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** By a second person: false where it was confirmed before, or by who recorded it. */
export async function markConfirmed(tx: Tx, recovery: string, staff: string, at: Temporal.Instant): Promise<boolean> {
  const marked = await tx
    .updateTable('accounts.identity_check')
    .set({ confirmed_by: staff, confirmed_at: at })
    .where('recovery', '=', recovery)
    .where('confirmed_by', 'is', null)
    .where('recorded_by', '<>', staff)
    .returning('id')
    .executeTakeFirst()
  return marked !== undefined
}
