import type { Tx } from '../../platform/db/transaction.ts'
import { isId } from '../../platform/ids.ts'
import { type FileRow, findFile } from '../evidence-store.ts'

type Sought = Pick<FileRow, 'account' | 'draft' | 'document'> & { translates: string }

/**
 * The file that a translation is to be added to: of the same person, draft and document, not removed or refused, and no translation itself.
 */
export async function findOriginal(tx: Tx, { account, draft, document, translates }: Sought): Promise<FileRow | undefined> {
  const row = isId(translates) ? await findFile(tx, translates) : undefined
  const isTheirs = row?.account === account && row.draft === draft && row.document === document
  return isTheirs && !row.removed_at && row.state !== 'refused' && row.translates === null ? row : undefined
}
