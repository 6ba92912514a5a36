import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** A reset from its mailed link on; the account is null where the typed address belongs to nobody. */
export type PasswordReset = Selectable<DB['accounts.password_reset']>

/**
 * Links that nobody has opened die with a newer one; for an address nobody has the same statement finds nothing. The
 * link of a recovery stays: who asks for a reset from outside must not be able to end it.
 */
export async function killUnopenedResets(tx: Tx, account: string | null, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('accounts.password_reset')
    .set({ killed_at: at })
    .where(sql<boolean>`account = ${account}::uuid`)
    .where('recovery', 'is', null)
    .where('spent_at', 'is', null)
    .where('killed_at', 'is', null)
    .execute()
}

/** Every reset of an account that is not done, but the one that is named: one goes on, or none. */
export async function killResets(
  tx: Tx,
  account: string,
  at: Temporal.Instant,
  { except, sparesRecovery = false }: { except?: string; sparesRecovery?: boolean } = {},
): Promise<void> {
  let killing = tx
    .updateTable('accounts.password_reset')
    .set({ killed_at: at })
    .where('account', '=', account)
    .where('killed_at', 'is', null)
    .where('done_at', 'is', null)
  if (except) killing = killing.where('id', '<>', except)
  if (sparesRecovery) killing = killing.where('recovery', 'is', null)
  await killing.execute()
}

export async function insertReset(tx: Tx, reset: Insertable<DB['accounts.password_reset']>): Promise<void> {
  await tx.insertInto('accounts.password_reset').values(reset).execute()
}

/** A reset that went on with a recovery goes no further once that was cancelled, whoever cancelled it. */
const isNotStopped = sql<boolean>`(recovery is null or exists (
  select from accounts.recovery_request r where r.id = recovery and r.ended_at is null))`

const usable = (tx: Tx, tokenHashes: readonly string[], at: Temporal.Instant) =>
  tx
    .selectFrom('accounts.password_reset')
    .selectAll()
    .where('token_hash', 'in', tokenHashes)
    .where('spent_at', 'is', null)
    .where('killed_at', 'is', null)
    .where('expires_at', '>', at)
    .where(isNotStopped)

export function findUsableReset(tx: Tx, hashes: readonly string[], at: Temporal.Instant): Promise<PasswordReset | undefined> {
  return usable(tx, hashes, at).executeTakeFirst()
}

export function lockUsableReset(tx: Tx, hashes: readonly string[], at: Temporal.Instant): Promise<PasswordReset | undefined> {
  return usable(tx, hashes, at).forUpdate().executeTakeFirst()
}

/** The reset of one session; its account is known, since only a real one is opened. */
export type OpenReset = PasswordReset & { account: string }

const ofSession = (tx: Tx, session: string) =>
  tx.selectFrom('accounts.password_reset').selectAll().where('session', '=', session).where('killed_at', 'is', null)

/** As it stands, a done one too. */
export function findResetOf(tx: Tx, session: string): Promise<OpenReset | undefined> {
  return ofSession(tx, session)
    .where((eb) => eb.or([eb('done_at', 'is not', null), isNotStopped]))
    .executeTakeFirst() as Promise<OpenReset | undefined>
}

/** Locked, so that of forty parallel guesses the allowed ones are looked at and of two presses one counts. */
export function lockResetOf(tx: Tx, session: string): Promise<OpenReset | undefined> {
  return ofSession(tx, session).where('done_at', 'is', null).where(isNotStopped).forUpdate().executeTakeFirst() as Promise<OpenReset | undefined>
}

export async function recordReset(tx: Tx, id: string, facts: Updateable<DB['accounts.password_reset']>): Promise<void> {
  await tx.updateTable('accounts.password_reset').set(facts).where('id', '=', id).execute()
}

/** Whether a link of this recovery was made after an instant. */
export async function hasRecoveryLinkSince(tx: Tx, recovery: string, since: Temporal.Instant): Promise<boolean> {
  const found = await tx
    .selectFrom('accounts.password_reset')
    .select('id')
    .where('recovery', '=', recovery)
    .where('opened_by', '=', 'recovery-address')
    .where('made_at', '>', since)
    .executeTakeFirst()
  return found !== undefined
}

export async function deleteOldResets(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('accounts.password_reset').where('made_at', '<', before).execute()
}
