import { newId } from '../platform/ids.ts'
import type { OperationContext } from '../platform/operation.ts'
import type { FileKind } from '../platform/preview/index.ts'
import { personLimits } from './evidence-file.ts'
import { findSameFile, insertFile, totalsOf } from './evidence-store.ts'
import { sealName } from './stored-file.ts'

/** A file whose bytes lie whole in the storage, in one piece or in parts. `sha256` in hexadecimal. */
export interface WholeFile {
  account: string
  draft: string
  document: string
  filesMost: number
  fileName: string
  type: FileKind
  sizeBytes: number
  sha256: string
  stored: { storageKey: string; parts?: readonly number[]; partsTried?: number }
  /** The resumable upload it was: what it took up as such is not counted twice. */
  upload?: string
}

type Added = { file: string; doubled: boolean } | { refused: 'too-many-files' | 'too-many-bytes' }

/**
 * Makes bytes a file of their draft and queues its check, once the files of the account are locked. The same bytes for the same
 * document are kept once: then `doubled` is true and the ones that came belong to nobody.
 */
export async function addFile(
  { tx, now, services, enqueue }: Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue'>,
  whole: WholeFile,
): Promise<Added> {
  const { account, draft, document, type, sizeBytes, sha256, stored } = whole
  const same = await findSameFile(tx, { account, draft, document, sha256 })
  if (same) return { file: same.id, doubled: true }
  const totals = await totalsOf(tx, account, draft, document, whole.upload)
  if (totals.ofDocument >= whole.filesMost || totals.files >= personLimits.filesMost) return { refused: 'too-many-files' }
  if (totals.bytes + sizeBytes > personLimits.bytesMost) return { refused: 'too-many-bytes' }
  const id = newId()
  await insertFile(tx, {
    ...{ id, account, draft, document, type, sha256 },
    name_sealed: sealName(services.keys, account, id, whole.fileName),
    size_bytes: sizeBytes,
    storage_key: stored.storageKey,
    parts: [...(stored.parts ?? [])],
    parts_tried: stored.partsTried ?? 0,
    uploaded_at: now,
  })
  await enqueue('evidence.scan', { file: id }, { jobKey: `scan:${id}` })
  return { file: id, doubled: false }
}
