import { asActor } from '../../platform/db/transaction.ts'
import type { JobContext } from '../../platform/jobs/job.ts'
import { type FileRow, findSameFile, listFilesOfDraft } from '../evidence-store.ts'
import { copyBytes } from '../library/copy-bytes.ts'
import { evidenceFile, storedFile } from '../stored-file.ts'
import { inReadingOrder, withoutRefused } from '../translation/translation.ts'
import { beginCopy, type CopyTarget, recordCopy } from './record-copy.ts'

export interface FilesToCopy {
  readonly from: CopyTarget
  readonly to: CopyTarget
  /** Asked before each file: what nobody wants any more is not copied further. */
  readonly isWanted: () => Promise<boolean>
}

async function copyOne(context: JobContext, row: FileRow, to: CopyTarget, translates: string | null): Promise<string> {
  const { pool, actor, services, perform } = context
  const of = { ...to, document: row.document, sha256: row.sha256, translates }
  const there = await asActor(pool, actor, { readOnly: true }, (tx) => findSameFile(tx, of))
  if (there) return there.id
  const begun = await perform(beginCopy, to)
  if (!begun.ok) throw new Error(begun.refusal)
  const { upload, storageKey } = begun.output
  const measured = await copyBytes(services, { file: evidenceFile(services.keys, row), stored: storedFile(row) }, { account: to.account, storageKey })
  const recorded = await perform(recordCopy, { ...to, ...measured, upload, source: row.id, translates })
  if (!recorded.ok || recorded.output.doubled) await services.storage.delete(storageKey)
  if (!recorded.ok) throw new Error(`A file was not copied: ${recorded.refusal}`)
  return recorded.output.file
}

/**
 * Copies the files of a draft to another account's draft, sealed for that account: bytes, names, descriptions, order, and which
 * file translates which; refused ones stay behind. Run again it goes on with what is missing. Killed at any point, what is half
 * there belongs to an upload that the sweep finds. False: it was not wanted to the end.
 */
export async function copyFilesOfDraft(context: JobContext, { from, to, isWanted }: FilesToCopy): Promise<boolean> {
  const { pool, actor } = context
  const rows = await asActor(pool, actor, { readOnly: true }, (tx) => listFilesOfDraft(tx, from.draft, [from.account]))
  const copies = new Map<string, string>()
  for (const row of inReadingOrder(withoutRefused(rows))) {
    if (!(await isWanted())) return false
    const translates = row.translates === null ? null : (copies.get(row.translates) ?? null)
    copies.set(row.id, await copyOne(context, row, to, translates))
  }
  return true
}
