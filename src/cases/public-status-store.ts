import { sql } from 'kysely'
import type { Tx } from '../platform/db/transaction.ts'

export interface PublicStatusRow {
  form: string
  status: string
  status_on: Temporal.PlainDate
  received_on: Temporal.PlainDate
  history: readonly { status: string; on: string }[]
}

/** One prepared statement, the same for every number. */
export async function findPublicStatus(tx: Tx, receiptNumber: string): Promise<PublicStatusRow | undefined> {
  const { rows } = await sql<PublicStatusRow>`select * from cases.public_status(${receiptNumber})`.execute(tx)
  return rows[0]
}
