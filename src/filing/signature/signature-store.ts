import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type SignatureRow = Selectable<DB['filing.signature']>

export async function insertSignature(tx: Tx, signature: Insertable<DB['filing.signature']>): Promise<void> {
  await tx.insertInto('filing.signature').values(signature).execute()
}

/** The newest signature under a draft: the one that was added last. */
export const findLastSignature = (tx: Tx, draft: string): Promise<SignatureRow | undefined> =>
  tx
    .selectFrom('filing.signature')
    .selectAll()
    .where('draft', '=', draft)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()

export const findSignature = (tx: Tx, id: string): Promise<SignatureRow | undefined> =>
  tx.selectFrom('filing.signature').selectAll().where('id', '=', id).executeTakeFirst()
