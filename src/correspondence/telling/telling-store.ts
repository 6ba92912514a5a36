import type { Tx } from '../../platform/db/transaction.ts'

/** False: the others were told of it before. */
export async function insertTelling(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .insertInto('correspondence.told')
    .values({ id, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
