import type { Selectable, Updateable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type StoredPerson = Selectable<DB['profile.person']>

export function findPerson(tx: Tx, account: string): Promise<StoredPerson | undefined> {
  return tx.selectFrom('profile.person').selectAll().where('account', '=', account).executeTakeFirst()
}

/** The person's row, made now if there was none, and locked: of two presses at once the second sees the first. */
export async function lockPerson(tx: Tx, account: string, at: Temporal.Instant): Promise<StoredPerson> {
  await tx
    .insertInto('profile.person')
    .values({ account, changed_at: at })
    .onConflict((conflict) => conflict.column('account').doNothing())
    .execute()
  return tx.selectFrom('profile.person').selectAll().where('account', '=', account).forUpdate().executeTakeFirstOrThrow()
}

export async function recordPerson(tx: Tx, account: string, facts: Updateable<DB['profile.person']>): Promise<void> {
  await tx.updateTable('profile.person').set(facts).where('account', '=', account).execute()
}
