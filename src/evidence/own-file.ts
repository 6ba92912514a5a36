import { isId } from '../platform/ids.ts'
import { accountsOf } from '../platform/actor.ts'
import type { OperationContext } from '../platform/operation.ts'
import { type FileRow, findFile, isSubmitted, lockFile, lockFilesOf } from './evidence-store.ts'

export interface FileOfDraft {
  draft: string
  file: string
}

/**
 * One file of an open draft of the person's own, held until the transaction ends, with whatever else changes their files;
 * removed ones too. What is another's is as absent as what never was.
 */
export async function lockOwnFile(
  { tx, actor }: Pick<OperationContext, 'tx' | 'actor'>,
  { draft, file }: FileOfDraft,
): Promise<FileRow | 'no-such-file' | 'draft-closed'> {
  const owned = isId(file) ? await findFile(tx, file) : undefined
  if (!owned || owned.draft !== draft || !accountsOf(actor).includes(owned.account)) return 'no-such-file'
  await lockFilesOf(tx, owned.account)
  // Asked before the row is locked: the database lets nobody lock a submitted one.
  if (await isSubmitted(tx, draft)) return 'draft-closed'
  return (await lockFile(tx, file)) ?? 'no-such-file'
}
