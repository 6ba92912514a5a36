import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type NotMeLink = Selectable<DB['accounts.not_me_link']>

export async function insertNotMeLink(tx: Tx, link: Insertable<DB['accounts.not_me_link']>): Promise<void> {
  await tx.insertInto('accounts.not_me_link').values(link).execute()
}

const usable = (tx: Tx, tokenHashes: readonly string[], at: Temporal.Instant) =>
  tx
    .selectFrom('accounts.not_me_link')
    .selectAll()
    .where('token_hash', 'in', tokenHashes)
    .where('spent_at', 'is', null)
    .where('expires_at', '>', at)

export function findUsableNotMeLink(
  tx: Tx,
  tokenHashes: readonly string[],
  at: Temporal.Instant,
): Promise<NotMeLink | undefined> {
  return usable(tx, tokenHashes, at).executeTakeFirst()
}

export function lockUsableNotMeLink(
  tx: Tx,
  tokenHashes: readonly string[],
  at: Temporal.Instant,
): Promise<NotMeLink | undefined> {
  return usable(tx, tokenHashes, at).forUpdate().executeTakeFirst()
}

/** One press speaks for all notices that are out: what they would do is done. */
export async function spendNotMeLinks(tx: Tx, account: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('accounts.not_me_link')
    .set({ spent_at: at })
    .where('account', '=', account)
    .where('spent_at', 'is', null)
    .execute()
}

export async function deleteOldNotMeLinks(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('accounts.not_me_link').where('made_at', '<', before).execute()
}
