import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export async function insertSearch(tx: Tx, search: Insertable<DB['officer.search']>): Promise<void> {
  await tx.insertInto('officer.search').values(search).execute()
}

export const findSearch = (tx: Tx, id: string, session: string): Promise<Selectable<DB['officer.search']> | undefined> =>
  tx.selectFrom('officer.search').selectAll().where('id', '=', id).where('session', '=', session).executeTakeFirst()

export async function deleteOldSearches(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('officer.search').where('at', '<', before).execute()
}
