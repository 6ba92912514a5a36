import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type SignUpLink = Selectable<DB['accounts.sign_up_link']>

export async function killLinks(tx: Tx, account: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('accounts.sign_up_link')
    .set({ killed_at: at })
    .where('account', '=', account)
    .where('spent_at', 'is', null)
    .where('killed_at', 'is', null)
    .execute()
}

export async function insertLink(tx: Tx, link: Insertable<DB['accounts.sign_up_link']>): Promise<void> {
  await tx.insertInto('accounts.sign_up_link').values(link).execute()
}

const usable = (tx: Tx, tokenHashes: readonly string[], at: Temporal.Instant) =>
  tx
    .selectFrom('accounts.sign_up_link')
    .selectAll()
    .where('token_hash', 'in', tokenHashes)
    .where('spent_at', 'is', null)
    .where('killed_at', 'is', null)
    .where('expires_at', '>', at)

export function findUsableLink(tx: Tx, tokenHashes: readonly string[], at: Temporal.Instant): Promise<SignUpLink | undefined> {
  return usable(tx, tokenHashes, at).executeTakeFirst()
}

export function lockUsableLink(tx: Tx, tokenHashes: readonly string[], at: Temporal.Instant): Promise<SignUpLink | undefined> {
  return usable(tx, tokenHashes, at).forUpdate().executeTakeFirst()
}

export async function markLinkSpent(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.sign_up_link').set({ spent_at: at }).where('id', '=', id).execute()
}
