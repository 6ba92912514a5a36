import type { Insertable, Selectable, Updateable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

type Table = DB['representation.practice']
export type PracticeRow = Selectable<Table>

/** Of the accounts of one person: the one that was stated last. */
export const findPractice = (tx: Tx, accounts: readonly string[]): Promise<PracticeRow | undefined> =>
  tx.selectFrom('representation.practice').selectAll().where('account', 'in', accounts).orderBy('changed_at', 'desc').limit(1).executeTakeFirst()

export const lockPractice = (tx: Tx, accounts: readonly string[]): Promise<PracticeRow | undefined> =>
  tx.selectFrom('representation.practice').selectAll().where('account', 'in', accounts).orderBy('changed_at', 'desc').limit(1).forUpdate().executeTakeFirst()

export const listPractices = (tx: Tx, accounts: readonly string[]): Promise<PracticeRow[]> =>
  tx.selectFrom('representation.practice').selectAll().where('account', 'in', accounts).orderBy('changed_at').execute()

export async function upsertPractice(tx: Tx, practice: Insertable<Table>): Promise<void> {
  const { kind, organization_sealed, contact_sealed, changed_at } = practice
  await tx
    .insertInto('representation.practice')
    .values(practice)
    .onConflict((conflict) => conflict.column('account').doUpdateSet({ kind, organization_sealed, contact_sealed, changed_at }))
    .execute()
}

export async function recordCertification(tx: Tx, account: string, certified: Updateable<Table>): Promise<void> {
  await tx.updateTable('representation.practice').set(certified).where('account', '=', account).execute()
}

export const deletePracticesOf = async (tx: Tx, accounts: readonly string[]): Promise<void> => {
  await tx.deleteFrom('representation.practice').where('account', 'in', accounts).execute()
}
