import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type PaperWithdrawalRow = Selectable<DB['correspondence.paper_withdrawal']>

export async function insertPaperWithdrawal(tx: Tx, row: Insertable<DB['correspondence.paper_withdrawal']>): Promise<void> {
  await tx.insertInto('correspondence.paper_withdrawal').values(row).execute()
}

/** Whether a press has been written before: by the same person, of the same case. */
export async function isPaperTakenBefore(tx: Tx, { id, caseId, by }: { id: string; caseId: string; by: string }): Promise<boolean> {
  const row = await tx.selectFrom('correspondence.paper_withdrawal').select('id').where('id', '=', id).where('case', '=', caseId).where('by', '=', by).executeTakeFirst()
  return row !== undefined
}

/** For the office: the newest of a case, with what it wrote. */
export const findPaperWithdrawal = (tx: Tx, caseId: string): Promise<PaperWithdrawalRow | undefined> =>
  tx.selectFrom('correspondence.paper_withdrawal').selectAll().where('case', '=', caseId).orderBy('at', 'desc').limit(1).executeTakeFirst()

/** For an archive, the oldest first: no words of the office, and nobody of it. */
export const listOwnPaperWithdrawals = async (tx: Tx, cases: readonly string[]) =>
  cases.length === 0
    ? []
    : tx.selectFrom('correspondence.paper_withdrawal').select(['id', 'case', 'receipt_number', 'received_on', 'name_sealed', 'at']).where('case', 'in', cases).orderBy('at').orderBy('id').execute()
