import { CompiledQuery } from 'kysely'
import type { Tx } from '../platform/db/transaction.ts'

export interface PublicStatusRow {
  form: string
  status: string
  status_on: Temporal.PlainDate
  received_on: Temporal.PlainDate
  /** Newest first; null: none of it is public. */
  history: readonly { status: string; on: string }[] | null
}

const text = 'select form, status, status_on, received_on, history from cases.public_status($1)'

/** The busiest question of the product: one statement, the same for every number, prepared once a connection. */
export async function findPublicStatus(tx: Tx, receiptNumber: string): Promise<PublicStatusRow | undefined> {
  const { rows } = await tx.executeQuery<PublicStatusRow>(CompiledQuery.raw(text, [receiptNumber]))
  return rows[0]
}
