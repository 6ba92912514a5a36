import { operation } from '../platform/operation.ts'
import type { FileKind } from '../platform/preview/index.ts'
import { addFile } from './add-file.ts'
import { ownerOf, type UploadTarget } from './begin-upload.ts'
import { isSubmitted, lockFilesOf, takeBegunUpload } from './evidence-store.ts'

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
  refusals: ['upload-expired', 'draft-closed', 'no-original', 'same-as-original', 'too-many-files', 'too-many-bytes'],
  async run({ tx, actor, now, services, refuse, enqueue, audit }, received: ReceivedUpload) {
    const { draft, document, sizeBytes, type } = received
    const account = ownerOf(actor, received)
    audit({ subject: draft, account, detail: { document, type, sizeBytes } })
    await lockFilesOf(tx, account)
    const storageKey = await takeBegunUpload(tx, received.upload, account)
    if (!storageKey) return refuse('upload-expired')
    if (await isSubmitted(tx, draft)) return refuse('draft-closed')
    const added = await addFile({ tx, now, services, enqueue }, { ...received, account, stored: { storageKey } })
    if ('refused' in added) return refuse(added.refused)
    if (!added.doubled) audit({ detail: { document, type, sizeBytes, file: added.file } })
    return added
  },
})
