import { type Insertable, sql } from 'kysely'
import { compiledOnce } from '../../../platform/db/compiled-once.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { RecoveryEnd, RecoveryRequest } from './recovery-request.ts'

/** For an address nobody has the same statement finds nothing. */
export async function endExpiredRequests(tx: Tx, account: string | null, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('accounts.recovery_request')
    .set({ ended_at: at, ended_by: 'expired' })
    .where(sql<boolean>`account = ${account}::uuid`)
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', at)
    .execute()
}

/** False where one is running already: an account has one at a time, however parallel it is asked for. */
export async function insertRequest(tx: Tx, request: Insertable<DB['accounts.recovery_request']>): Promise<boolean> {
  const made = await tx
    .insertInto('accounts.recovery_request')
    .values(request)
    .onConflict((conflict) => conflict.column('account').where('ended_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

const running = (tx: Tx, account: string | null) =>
  tx
    .selectFrom('accounts.recovery_request')
    .selectAll()
    .where(sql<boolean>`account = ${account}::uuid`)
    .where('ended_at', 'is', null)

export function findRunningRequest(tx: Tx, account: string | null): Promise<RecoveryRequest | undefined> {
  return running(tx, account).executeTakeFirst()
}

/** What a signed-in person may see of their own: never what cancels it from outside. */
export function findOwnRequest(
  tx: Tx,
  account: string,
): Promise<Pick<RecoveryRequest, 'id' | 'begun_at' | 'opens_at' | 'expires_at'> | undefined> {
  return tx
    .selectFrom('accounts.recovery_request')
    .select(['id', 'begun_at', 'opens_at', 'expires_at'])
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

export function lockRequest(tx: Tx, id: string): Promise<RecoveryRequest | undefined> {
  return tx.selectFrom('accounts.recovery_request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

const cancellable = (tx: Tx, hashes: readonly string[]) =>
  tx.selectFrom('accounts.recovery_request').selectAll().where('cancel_hash', 'in', hashes).where('ended_at', 'is', null)

export function findCancellable(tx: Tx, hashes: readonly string[]): Promise<RecoveryRequest | undefined> {
  return cancellable(tx, hashes).executeTakeFirst()
}

export function lockCancellable(tx: Tx, hashes: readonly string[]): Promise<RecoveryRequest | undefined> {
  return cancellable(tx, hashes).forUpdate().executeTakeFirst()
}

/** Ends the running request of an account; nothing where there is none, or it was ended meanwhile. */
export async function markRequestEnded(
  tx: Tx,
  account: string,
  endedBy: RecoveryEnd,
  at: Temporal.Instant,
): Promise<{ id: string } | undefined> {
  return (await ended(tx, { account, endedBy, at }))[0]
}

const ended = compiledOnce<{ account: string; endedBy: RecoveryEnd; at: Temporal.Instant }, { id: string }>(
  (db, { account, endedBy, at }) =>
    db
      .updateTable('accounts.recovery_request')
      .set({ ended_at: at, ended_by: endedBy })
      .where('account', '=', account)
      .where('ended_at', 'is', null)
      .returning('id'),
)

export async function markRequestTold(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.recovery_request').set({ told_at: at }).where('id', '=', id).execute()
}

export async function markRequestOpened(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.recovery_request').set({ opened_at: at }).where('id', '=', id).execute()
}

/** Resets that went on with a request die with it. */
export async function killResetsOf(tx: Tx, request: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('accounts.password_reset')
    .set({ killed_at: at })
    .where('recovery', '=', request)
    .where('killed_at', 'is', null)
    .where('done_at', 'is', null)
    .execute()
}

export async function deleteOldRequests(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('accounts.recovery_request').where('begun_at', '<', before).execute()
}
