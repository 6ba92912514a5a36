import type { Tx } from '../../../platform/db/transaction.ts'

export interface KeyRow {
  key_id: string
  public_key: string
}

/** How many of them were not published before. */
export async function insertKeys(tx: Tx, keys: readonly KeyRow[], at: Temporal.Instant): Promise<number> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('correspondence.notice_key')
    .values(keys.map((key) => ({ ...key, published_at: at })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0n)
}

/** Every key that was ever published, the newest first. */
export const listKeys = (tx: Tx): Promise<KeyRow[]> =>
  tx.selectFrom('correspondence.notice_key').select(['key_id', 'public_key']).orderBy('published_at', 'desc').orderBy('key_id').execute()
