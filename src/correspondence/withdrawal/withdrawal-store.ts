import { type Insertable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export async function insertWithdrawal(tx: Tx, withdrawal: Insertable<DB['correspondence.withdrawal']>): Promise<void> {
  await tx.insertInto('correspondence.withdrawal').values(withdrawal).execute()
}

export async function isWithdrawnBefore(tx: Tx, id: string, caseId: string): Promise<boolean> {
  const row = await tx.selectFrom('correspondence.withdrawal').select('id').where('id', '=', id).where('case', '=', caseId).executeTakeFirst()
  return row !== undefined
}

export interface HeldWithdrawalRow {
  id: string
  case: string
  account: string
  receipt_number: string
  sealed: Buffer
  at: Temporal.Instant
}

/** For an archive: what was withdrawn, the oldest first. */
export async function listWithdrawals(tx: Tx, cases: readonly string[]): Promise<HeldWithdrawalRow[]> {
  if (cases.length === 0) return []
  const { rows } = await sql<HeldWithdrawalRow>`
    select id, "case", account, receipt_number, sealed, at from correspondence.withdrawal
    where "case" = any (${cases}::uuid[]) order by at, id`.execute(tx)
  return rows
}
