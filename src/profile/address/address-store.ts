import type { Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type StoredAddress = Selectable<DB['profile.address']>

export function listAddresses(tx: Tx, account: string): Promise<StoredAddress[]> {
  return tx.selectFrom('profile.address').selectAll().where('account', '=', account).execute()
}

export async function upsertAddress(tx: Tx, address: Omit<StoredAddress, never>): Promise<void> {
  const { sealed, changed_at } = address
  await tx
    .insertInto('profile.address')
    .values(address)
    .onConflict((conflict) => conflict.columns(['account', 'use']).doUpdateSet({ sealed, changed_at }))
    .execute()
}

export async function deleteAddress(tx: Tx, account: string, use: string): Promise<void> {
  await tx.deleteFrom('profile.address').where('account', '=', account).where('use', '=', use).execute()
}
