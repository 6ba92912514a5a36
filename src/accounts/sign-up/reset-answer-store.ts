import type { Insertable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export async function insertResetAnswers(tx: Tx, answers: Insertable<DB['accounts.reset_answer']>[]): Promise<void> {
  await tx.insertInto('accounts.reset_answer').values(answers).execute()
}
