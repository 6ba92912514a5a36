import type { Tx } from '../../platform/db/transaction.ts'

export interface DraftRow {
  version: number
  saved_at: Temporal.Instant
  saved_by: string
  sealed: Buffer
}

export const findDraft = (tx: Tx, caseId: string): Promise<DraftRow | undefined> =>
  tx.selectFrom('correspondence.request_draft').select(['version', 'saved_at', 'saved_by', 'sealed']).where('case', '=', caseId).executeTakeFirst()

interface DraftToKeep extends DraftRow {
  caseId: string
}

/** Keeps a draft where nobody has saved another since; false: somebody has. `version` is the one that it becomes. */
export async function keepDraft(tx: Tx, { caseId, ...row }: DraftToKeep): Promise<boolean> {
  if (row.version === 1) {
    const added = await tx
      .insertInto('correspondence.request_draft')
      .values({ case: caseId, ...row })
      .onConflict((conflict) => conflict.column('case').doNothing())
      .returning('version')
      .executeTakeFirst()
    return added !== undefined
  }
  const { numUpdatedRows } = await tx
    .updateTable('correspondence.request_draft')
    .set(row)
    .where('case', '=', caseId)
    .where('version', '=', row.version - 1)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Takes a draft away as it stood at this version; false: there is none, or it was saved since. */
export async function takeDraft(tx: Tx, caseId: string, version: number): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('correspondence.request_draft').where('case', '=', caseId).where('version', '=', version).executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}
