import { newId } from '../platform/ids.ts'
import { operation } from '../platform/operation.ts'
import type { FileKind } from '../platform/preview/index.ts'
import { ownerOf, type UploadTarget } from './begin-upload.ts'
import { personLimits } from './evidence-file.ts'
import { findSameFile, insertFile, isSubmitted, lockFilesOf, takeBegunUpload, totalsOf } from './evidence-store.ts'
import { sealName } from './stored-file.ts'

/** A file whose bytes lie whole in the storage. `sha256` in hexadecimal. */
export interface ReceivedUpload extends UploadTarget {
  upload: string
  fileName: string
  type: FileKind
  sizeBytes: number
  sha256: string
}

/**
 * Makes stored bytes a file of the draft and queues its check. The same bytes for the same document are kept once:
 * then `doubled` is true and the stored ones belong to nobody.
 */
export const recordUpload = operation({
  name: 'evidence.record-upload',
  allow: (actor) => actor.kind === 'account',
  refusals: ['upload-expired', 'draft-closed', 'too-many-files', 'too-many-bytes'],
  async run({ tx, actor, now, services, refuse, enqueue, audit }, received: ReceivedUpload) {
    const { draft, document, sizeBytes, sha256, type } = received
    const account = ownerOf(actor, received)
    audit({ subject: draft, account, detail: { document, type, sizeBytes } })
    await lockFilesOf(tx, account)
    const storageKey = await takeBegunUpload(tx, received.upload, account)
    if (!storageKey) return refuse('upload-expired')
    if (await isSubmitted(tx, draft)) return refuse('draft-closed')
    const same = await findSameFile(tx, { account, draft, document, sha256 })
    if (same) return { file: same.id, doubled: true }
    const totals = await totalsOf(tx, account, draft, document)
    if (totals.ofDocument >= received.filesMost || totals.files >= personLimits.filesMost)
      return refuse('too-many-files')
    if (totals.bytes + sizeBytes > personLimits.bytesMost) return refuse('too-many-bytes')
    const id = newId()
    const stored = { size_bytes: sizeBytes, sha256, storage_key: storageKey, uploaded_at: now }
    const name_sealed = sealName(services.keys, account, id, received.fileName)
    await insertFile(tx, { id, account, draft, document, type, name_sealed, ...stored })
    await enqueue('evidence.scan', { file: id }, { jobKey: `scan:${id}` })
    audit({ detail: { document, type, sizeBytes, file: id } })
    return { file: id, doubled: false }
  },
})
