import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

type Table = DB['representation.certification']
export type CertificationRow = Selectable<Table>

const shownMost = 50

/** Of these accounts, the newest first. */
export const listCertifications = (tx: Tx, accounts: readonly string[]): Promise<CertificationRow[]> =>
  tx.selectFrom('representation.certification').selectAll().where('account', 'in', accounts).orderBy('at', 'desc').limit(shownMost).execute()

export async function insertCertification(tx: Tx, certification: Insertable<Table>): Promise<void> {
  await tx.insertInto('representation.certification').values(certification).execute()
}

export async function deleteCertificationsOf(tx: Tx, accounts: readonly string[]): Promise<void> {
  await tx.deleteFrom('representation.certification').where('account', 'in', accounts).execute()
}
