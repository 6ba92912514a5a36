import { sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { StoredAccount } from '../account.ts'
import type { Closing } from './closing.ts'

/** Closes the account of the one who acts: sessions end, links die. Throws for one that is closed or merged already. */
export async function closeAccountRow(
  tx: Tx,
  { id, account, key_id, undo_hash, closed_at, undo_until }: Omit<Closing, 'undone_at' | 'carried_out_at'>,
): Promise<void> {
  await sql`select accounts.close_account(${id}::uuid, ${account}::uuid, ${key_id}, ${undo_hash},
    ${closed_at}::timestamptz, ${undo_until}::timestamptz)`.execute(tx)
}

/** The closing a mailed link belongs to, undone ones too; undefined once its time is over. */
export const findClosing = (tx: Tx, undoHashes: readonly string[], at: Temporal.Instant): Promise<Closing | undefined> =>
  tx
    .selectFrom('accounts.closing')
    .selectAll()
    .where('undo_hash', 'in', undoHashes)
    .where('undo_until', '>', at)
    .executeTakeFirst()

/** A closing that stands, locked behind its account: undoing it and carrying it out wait here for each other. */
export const lockStandingClosing = (tx: Tx, id: string): Promise<Closing | undefined> =>
  tx
    .selectFrom('accounts.closing')
    .selectAll()
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .where('carried_out_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export async function markClosingUndone(tx: Tx, { id, account }: Closing, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.closing').set({ undone_at: at }).where('id', '=', id).execute()
  await tx.updateTable('accounts.account').set({ closed_at: null }).where('id', '=', account).execute()
}

/** Closings whose time to be undone is over, the longest first. */
export const listDueClosings = (tx: Tx, at: Temporal.Instant, most: number) =>
  tx
    .selectFrom('accounts.closing')
    .select(['id', 'account'])
    .where('undone_at', 'is', null)
    .where('carried_out_at', 'is', null)
    .where('undo_until', '<=', at)
    .orderBy('undo_until')
    .limit(most)
    .execute()

export async function markCarriedOut(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.closing').set({ carried_out_at: at, undo_hash: null }).where('id', '=', id).execute()
}

export async function deleteOldUndoneClosings(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('accounts.closing').where('undone_at', '<', before).execute()
}

/** The account and those merged into it. */
export async function listAccountsOfPerson(tx: Tx, account: string): Promise<string[]> {
  const merged = await tx
    .selectFrom('accounts.forwarding')
    .select('retired')
    .where('kept', '=', account)
    .orderBy('forwarded_at')
    .execute()
  return [account, ...merged.map(({ retired }) => retired)]
}

export const lockAccounts = (tx: Tx, ids: readonly string[]): Promise<StoredAccount[]> =>
  tx.selectFrom('accounts.account').selectAll().where('id', 'in', ids).orderBy('id').forUpdate().execute()

/** The address names nobody from here on: a new account may be begun with it. */
export async function freeAddress(tx: Tx, accounts: readonly string[]): Promise<void> {
  await tx
    .updateTable('accounts.account')
    .set({ email_hash: null })
    .where('id', 'in', accounts)
    .where('closed_at', 'is not', null)
    .execute()
}

/** Tables whose rows of an account are deleted when it is closed, as the comment of each says; in an order that no reference stops. */
export const deletedByClosing = [
  'accounts.merge_attempt',
  'accounts.passkey_challenge',
  'accounts.code_challenge',
  'accounts.password_reset',
  'accounts.recovery_request',
  'accounts.sign_up_link',
  'accounts.not_me_link',
  'accounts.known_browser',
  'accounts.parked_form',
  'accounts.contact_change',
  'accounts.contact_point',
  'accounts.safe_contact',
  'accounts.passkey',
  'accounts.authenticator_app',
  'accounts.backup_code',
  'accounts.reset_answer',
  'accounts.password',
  'accounts.session',
] as const satisfies readonly (keyof DB)[]

const ownersOf = (table: (typeof deletedByClosing)[number]) => (table === 'accounts.merge_attempt' ? ['kept', 'other'] : ['account'])

export async function deleteByClosing(tx: Tx, accounts: readonly string[]): Promise<void> {
  for (const table of deletedByClosing)
    for (const owner of ownersOf(table))
      await sql`delete from ${sql.table(table)} where ${sql.ref(owner)} = any (${accounts}::uuid[])`.execute(tx)
}

/** A request to support goes on without the account it named. */
export async function takeAccountsOff(tx: Tx, accounts: readonly string[]): Promise<void> {
  await tx.updateTable('accounts.support_request').set({ account: null }).where('account', 'in', accounts).execute()
}

/** Whether a request to support that names the account waits, and a way back in runs. Read under the person's own rights. */
export async function waitingIn(tx: Tx, account: string, at: Temporal.Instant): Promise<{ support: boolean; recovery: boolean }> {
  const { rows } = await sql<{ support: boolean; recovery: boolean }>`
    select
      exists (select from accounts.support_request s where s.account = ${account}::uuid and s.closed_at is null) as support,
      exists (
        select from accounts.recovery_request r
        where r.account = ${account}::uuid and r.ended_at is null and r.expires_at > ${at}::timestamptz) as recovery`.execute(tx)
  return rows[0] ?? { support: false, recovery: false }
}

/** Empties the sealed columns; numbers and dates stay for ever. */
export async function emptyAccounts(tx: Tx, accounts: readonly string[], at: Temporal.Instant): Promise<void> {
  await sql`
    update accounts.account set email_hash = null, email_sealed = null, date_of_birth_hash = null,
      closed_at = coalesce(closed_at, ${at}::timestamptz), emptied_at = ${at}::timestamptz
    where id = any (${accounts}::uuid[])`.execute(tx)
}

/** Accounts of which nothing may go, those merged into one among them. */
export async function listHeldAccounts(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from accounts.account a where a.legal_hold_at is not null
    union
    select f.retired from accounts.forwarding f join accounts.account a on a.id = f.kept where a.legal_hold_at is not null`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function recordLegalHold(tx: Tx, account: string, at: Temporal.Instant | null): Promise<void> {
  await tx.updateTable('accounts.account').set({ legal_hold_at: at }).where('id', '=', account).execute()
}
