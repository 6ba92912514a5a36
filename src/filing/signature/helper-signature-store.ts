import { type Insertable, type Selectable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type HelperSignatureRow = Selectable<DB['filing.helper_signature']>

/** Adds a signature; pressed twice over the same document, the first stays. Whether it was added. */
export async function insertHelperSignature(tx: Tx, row: Insertable<DB['filing.helper_signature']>): Promise<boolean> {
  const added = await tx
    .insertInto('filing.helper_signature')
    .values(row)
    .onConflict((conflict) => conflict.columns(['draft', 'helper', 'document_sha256']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** The helpers' signatures over one document of a draft. */
export const listHelperSignatures = (tx: Tx, draft: string, documentSha256: string): Promise<HelperSignatureRow[]> =>
  tx
    .selectFrom('filing.helper_signature')
    .selectAll()
    .where('draft', '=', draft)
    .where('document_sha256', '=', documentSha256)
    .orderBy('signed_at')
    .orderBy('id')
    .execute()

export interface HelperOfCase {
  id: string
  account: string
  capacity: string
  name_sealed: Buffer
  others: number
}

/** Who helped with what was filed for a case, for the office. */
export async function listHelpersOfCase(tx: Tx, caseId: string): Promise<HelperOfCase[]> {
  const { rows } = await sql<HelperOfCase>`select id, account, capacity, name_sealed, others from filing.helpers_of_case(${caseId}::uuid)`.execute(tx)
  return rows
}
