import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type StoredKnown = Selectable<DB['profile.known']>

export function listKnown(tx: Tx, account: string): Promise<StoredKnown[]> {
  return tx.selectFrom('profile.known').selectAll().where('account', '=', account).execute()
}

/** One fact of one case; a correction takes the place of what was entered before. */
export async function upsertKnown(tx: Tx, known: Insertable<DB['profile.known']>): Promise<void> {
  const { value_hash, known_at } = known
  await tx
    .insertInto('profile.known')
    .values(known)
    .onConflict((conflict) => conflict.columns(['account', 'fact', 'case']).doUpdateSet({ value_hash, known_at }))
    .execute()
}
