import { type Actor, accountsOf } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { type FileRow, findFile, findSameFile } from '../evidence-store.ts'
import { evidenceFile, type StoredFile, storedFile } from '../stored-file.ts'
import { listTranslations } from '../translation/translation-store.ts'
import type { EvidenceFile } from '../evidence-file.ts'

/** A file that may be used again, and where its bytes lie. */
export interface Reusable {
  readonly file: EvidenceFile
  readonly stored: StoredFile
}

const isReusable = (actor: Actor, row: FileRow | undefined): row is FileRow =>
  row !== undefined && accountsOf(actor).includes(row.account) && row.state === 'clean' && row.removed_at === null

/** The row of a file that its person may use again: their own, found clean, not removed. Any other is as absent as what never was. */
export async function findReusable(tx: Tx, actor: Actor, file: string): Promise<FileRow | undefined> {
  const row = isId(file) ? await findFile(tx, file) : undefined
  return isReusable(actor, row) ? row : undefined
}

/** A file of the person's library, and the files of its translation. */
export const fileInLibrary = query({
  name: 'evidence.file-in-library',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, actor, services }, file: string): Promise<{ original: Reusable; translations: readonly Reusable[] } | null> {
    const row = await findReusable(tx, actor, file)
    if (!row) return null
    const reusable = (each: FileRow): Reusable => ({ file: evidenceFile(services.keys, each), stored: storedFile(each) })
    const translations = (await listTranslations(tx, row.id)).filter((each) => isReusable(actor, each))
    return { original: reusable(row), translations: translations.map(reusable) }
  },
})

/** The file with these bytes that stands there already: a second press copies nothing. It is asked again under the lock. */
export const sameFileThere = query({
  name: 'evidence.same-file-there',
  allow: (actor) => actor.kind === 'account',
  run: async ({ tx }, sought: Parameters<typeof findSameFile>[1]): Promise<string | null> => (await findSameFile(tx, sought))?.id ?? null,
})
