import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type StandingPackage = Pick<Selectable<DB['preparation.package']>, 'id' | 'ordinal' | 'form_sha256' | 'appearance_sha256'>

/** The package of a preparation that stands. */
export const findStandingPackage = (tx: Tx, preparation: string): Promise<StandingPackage | undefined> =>
  tx
    .selectFrom('preparation.package')
    .select(['id', 'ordinal', 'form_sha256', 'appearance_sha256'])
    .where('preparation', '=', preparation)
    .where('voided_at', 'is', null)
    .executeTakeFirst()

/** The number of the next package of a preparation that is held. */
export async function nextOrdinal(tx: Tx, preparation: string): Promise<number> {
  const { last } = await tx
    .selectFrom('preparation.package')
    .select(({ fn }) => fn.max('ordinal').as('last'))
    .where('preparation', '=', preparation)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

export async function insertPackage(tx: Tx, row: Insertable<DB['preparation.package']>): Promise<void> {
  await tx.insertInto('preparation.package').values(row).execute()
}

export async function insertAnswers(tx: Tx, rows: readonly Insertable<DB['preparation.answer']>[]): Promise<void> {
  await tx.insertInto('preparation.answer').values(rows).execute()
}

export async function voidPackage(tx: Tx, id: string, voided_why: 'taken-back', voided_at: Temporal.Instant): Promise<void> {
  await tx.updateTable('preparation.package').set({ voided_at, voided_why }).where('id', '=', id).execute()
}
