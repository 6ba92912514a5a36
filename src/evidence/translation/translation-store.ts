import type { Tx } from '../../platform/db/transaction.ts'
import type { FileRow } from '../evidence-store.ts'

const ofOriginal = (tx: Tx, original: string) => tx.selectFrom('evidence.file').selectAll().where('translates', '=', original)

/** The files of a translation that stand, refused ones too. */
export const listTranslations = (tx: Tx, original: string): Promise<FileRow[]> =>
  ofOriginal(tx, original).where('removed_at', 'is', null).orderBy('place').orderBy('id').execute()

/** Those that went at the moment at which their original did, and can be put back. */
export async function listRemovedAlong(tx: Tx, { id, removed_at }: Pick<FileRow, 'id' | 'removed_at'>): Promise<FileRow[]> {
  if (!removed_at) return []
  return ofOriginal(tx, id).where('removed_at', '=', removed_at).where('restorable_until', 'is not', null).where('bytes_gone_at', 'is', null).execute()
}

/** What translated one file translates another from now on, what was removed too. */
export async function handOver(tx: Tx, from: string, to: string): Promise<void> {
  await tx.updateTable('evidence.file').set({ translates: to }).where('translates', '=', from).execute()
}
