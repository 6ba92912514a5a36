import type { Tx } from '../../platform/db/transaction.ts'
import type { FileRow } from '../evidence-store.ts'

const kept = (tx: Tx, accounts: readonly string[]) =>
  tx.selectFrom('evidence.file').where('account', 'in', accounts).where('removed_at', 'is', null).where('state', '<>', 'refused')

/** The files that a person has in drafts and submissions, the last one first, at most so many. */
export const listKeptFiles = (tx: Tx, accounts: readonly string[], most: number): Promise<FileRow[]> =>
  kept(tx, accounts).selectAll().orderBy('uploaded_at', 'desc').orderBy('id').limit(most).execute()

/** Whether there is a file that could be used in this draft: one of another, found clean. */
export async function hasFileElsewhere(tx: Tx, accounts: readonly string[], draft: string): Promise<boolean> {
  const found = await kept(tx, accounts).select('id').where('state', '=', 'clean').where('draft', '<>', draft).limit(1).execute()
  return found.length > 0
}
