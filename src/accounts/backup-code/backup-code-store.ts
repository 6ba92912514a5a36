import type { Insertable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export async function insertBackupCode(tx: Tx, code: Insertable<DB['accounts.backup_code']>): Promise<void> {
  await tx.insertInto('accounts.backup_code').values(code).execute()
}

/** The unused code with its hash: read at the gate only. */
export function findUnusedCode(tx: Tx, account: string): Promise<{ id: string; hash: string } | undefined> {
  return tx
    .selectFrom('accounts.backup_code')
    .select(['id', 'hash'])
    .where('account', '=', account)
    .where('used_at', 'is', null)
    .executeTakeFirst()
}

/** The code that is still to be kept, sealed. */
export function findWaitingCode(tx: Tx, account: string): Promise<{ id: string; sealed: Buffer | null } | undefined> {
  return tx
    .selectFrom('accounts.backup_code')
    .select(['id', 'sealed'])
    .where('account', '=', account)
    .where('used_at', 'is', null)
    .where('kept_at', 'is', null)
    .executeTakeFirst()
}

/** From now on only the hash is left of it. False when no code waited. */
export async function markCodeKept(tx: Tx, account: string, at: Temporal.Instant): Promise<boolean> {
  const marked = await tx
    .updateTable('accounts.backup_code')
    .set({ kept_at: at, sealed: null })
    .where('account', '=', account)
    .where('used_at', 'is', null)
    .where('kept_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return marked !== undefined
}

/** The unused code of an account opens nothing any more. */
export async function markUnusedCodeUsed(tx: Tx, account: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('accounts.backup_code')
    .set({ used_at: at, sealed: null })
    .where('account', '=', account)
    .where('used_at', 'is', null)
    .execute()
}

/** False when this code was used already: of two parallel uses one signs in. */
export async function markCodeUsed(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const marked = await tx
    .updateTable('accounts.backup_code')
    .set({ used_at: at, sealed: null })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return marked !== undefined
}
