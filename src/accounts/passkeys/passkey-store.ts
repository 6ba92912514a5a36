import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { isId } from '../../platform/ids.ts'

export type StoredPasskey = Selectable<DB['accounts.passkey']>

/**
 * Takes a challenge with its answer, right or wrong: of parallel uses the first one inserts the row, the others wait for
 * it and find it there. False: it was answered before.
 */
export async function takeChallenge(tx: Tx, taken: Insertable<DB['accounts.passkey_challenge']>): Promise<boolean> {
  const inserted = await tx
    .insertInto('accounts.passkey_challenge')
    .values(taken)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export function listPasskeys(tx: Tx, account: string): Promise<StoredPasskey[]> {
  return tx
    .selectFrom('accounts.passkey')
    .selectAll()
    .where('account', '=', account)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
}

/** A passkey by the id its authenticator gave it, removed ones too. Whose it is, and whether it still signs in, is the caller's to ask. */
export function findPasskeyByCredential(tx: Tx, credentialId: string): Promise<StoredPasskey | undefined> {
  return tx
    .selectFrom('accounts.passkey')
    .selectAll()
    .where('credential_id', '=', credentialId)
    .executeTakeFirst()
}

/** Locks a passkey that was not removed: of two uses the later one sees the counter of the one before. */
export async function lockPasskey(tx: Tx, id: string): Promise<StoredPasskey | undefined> {
  if (!isId(id)) return undefined
  return tx
    .selectFrom('accounts.passkey')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** False: this credential is known already, to this account or to another one. */
export async function insertPasskey(tx: Tx, passkey: Insertable<DB['accounts.passkey']>): Promise<boolean> {
  const inserted = await tx
    .insertInto('accounts.passkey')
    .values(passkey)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function markPasskeyUsed(
  tx: Tx,
  id: string,
  used: { counter: number; is_backed_up: boolean; last_used_at: Temporal.Instant },
): Promise<void> {
  await tx.updateTable('accounts.passkey').set(used).where('id', '=', id).execute()
}

export async function renamePasskeyTo(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable('accounts.passkey').set({ name }).where('id', '=', id).execute()
}

export async function markPasskeyRemoved(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.passkey').set({ removed_at: at }).where('id', '=', id).execute()
}

export async function deleteOldChallenges(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('accounts.passkey_challenge').where('made_at', '<', before).execute()
}

export async function deleteRemovedPasskeys(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('accounts.passkey').where('removed_at', '<', before).execute()
}
