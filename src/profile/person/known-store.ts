import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type StoredKnown = Selectable<DB['profile.known']>

/** What cases proved of a person, under whichever of their accounts they stand. */
export function listKnown(tx: Tx, accounts: readonly string[]): Promise<StoredKnown[]> {
  return tx.selectFrom('profile.known').selectAll().where('account', 'in', accounts).execute()
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
