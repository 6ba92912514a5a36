import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** Whose case it is, or was: who is on it now before who was, and nobody who represents them. */
export async function listPersonsOfCase(tx: Tx, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select account from cases.party where "case" = ${caseId} and role <> 'representative'
    group by account order by bool_or(until_at is null) desc, min(from_at) limit 5`.execute(tx)
  return rows.map(({ account }) => account)
}
