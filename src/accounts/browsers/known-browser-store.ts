import { sql } from 'kysely'
import { compiledOnce } from '../../platform/db/compiled-once.ts'
import type { Tx } from '../../platform/db/transaction.ts'

const seen = compiledOnce<{ account: string; secretHashes: readonly string[]; at: Temporal.Instant }, { account: string }>(
  (_, { account, secretHashes, at }) => sql<{ account: string }>`
    update accounts.known_browser set last_seen_at = ${at}
    where account = ${account} and secret_hash = any(${secretHashes}::text[]) returning account`,
)

/** Notes that a browser was here. `new`: it was never signed in to this account; of two tabs at once one is told so. */
export async function markBrowserSeen(
  tx: Tx,
  account: string,
  secretHashes: readonly string[],
  at: Temporal.Instant,
): Promise<'known' | 'new'> {
  if ((await seen(tx, { account, secretHashes, at })).length > 0) return 'known'
  const made = await tx
    .insertInto('accounts.known_browser')
    .values({ account, secret_hash: secretHashes[0] as string, first_seen_at: at, last_seen_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows ? 'new' : 'known'
}

/** From now on every browser is a new one to this account. */
export async function forgetBrowsers(tx: Tx, account: string): Promise<void> {
  await tx.deleteFrom('accounts.known_browser').where('account', '=', account).execute()
}

export async function deleteOldBrowsers(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('accounts.known_browser').where('last_seen_at', '<', before).execute()
}
