import type { Insertable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export async function insertPersonOpening(tx: Tx, opening: Insertable<DB['officer.person_opening']>): Promise<void> {
  await tx.insertInto('officer.person_opening').values(opening).execute()
}

/** Whether a reason to look at this person was given in this session. */
export async function isPersonOpened(tx: Tx, session: string, account: string): Promise<boolean> {
  const row = await tx.selectFrom('officer.person_opening').select('id').where('session', '=', session).where('account', '=', account).limit(1).executeTakeFirst()
  return row !== undefined
}

/** Who opened the pages of these accounts, the oldest first: never which staff member. */
export const listOpeningsOfPeople = (tx: Tx, accounts: readonly string[]) =>
  accounts.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('officer.person_opening').select(['role', 'reason', 'at']).where('account', 'in', accounts).orderBy('at').orderBy('id').execute()
