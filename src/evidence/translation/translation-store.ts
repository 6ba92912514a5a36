import type { Tx } from '../../platform/db/transaction.ts'
import type { FileRow } from '../evidence-store.ts'

/** The files of a translation that stand, refused ones too. */
export const listTranslations = (tx: Tx, original: string): Promise<FileRow[]> =>
  tx.selectFrom('evidence.file').selectAll().where('translates', '=', original).where('removed_at', 'is', null).orderBy('place').orderBy('id').execute()

/** What translated one file translates another from now on, what was removed too. */
export async function handOver(tx: Tx, from: string, to: string): Promise<void> {
  await tx.updateTable('evidence.file').set({ translates: to }).where('translates', '=', from).execute()
}
