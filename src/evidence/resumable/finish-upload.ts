import { accountsOf } from '../../platform/actor.ts'
import { operation } from '../../platform/operation.ts'
import type { UploadTarget } from '../begin-upload.ts'
import { addFile } from '../add-file.ts'
import { isSubmitted, lockFilesOf } from '../evidence-store.ts'
import type { StoredPart } from './record-part.ts'
import { resumableUpload } from './resumable-upload.ts'
import { lockUpload, markOutcome, markPart } from './resumable-store.ts'

/** The last part, with what the whole file is. `sha256` in hexadecimal. */
export interface LastPart extends StoredPart {
  filesMost: UploadTarget['filesMost']
  sha256: string
}

/**
 * Makes an upload whose last part is durable a file of its draft, as `record-upload` does; the parts stay where they are. Asked
 * again, when the answer was lost, it says the same.
 */
export const finishUpload = operation({
  name: 'evidence.finish-resumable-upload',
  allow: (actor) => actor.kind === 'account',
  refusals: ['no-such-upload', 'upload-moved', 'draft-closed', 'no-original', 'same-as-original', 'too-many-files', 'too-many-bytes'],
  async run(context, part: LastPart) {
    const { tx, actor, now, services, refuse, audit } = context
    const { draft, upload, from, sizeBytes, type, sha256, filesMost } = part
    audit({ subject: draft, account: actor.id ?? '', detail: { upload } })
    const owned = { id: upload, draft, accounts: accountsOf(actor), now }
    const row = await lockUpload(tx, owned)
    if (!row) return refuse('no-such-upload')
    if (row.outcome) return { doubled: row.outcome === 'doubled', isRepeated: true }
    await lockFilesOf(tx, row.account)
    if (await isSubmitted(tx, draft)) return refuse('draft-closed')
    if (row.offset_bytes !== from || from + sizeBytes !== row.size_bytes) return refuse('upload-moved')
    if (sizeBytes > 0) await markPart(tx, upload, { ...part, expiresAt: row.expires_at })
    const { name: fileName, account, document, translates, storageKey } = resumableUpload(services.keys, row)
    const added = await addFile(context, {
      ...{ account, draft, document, translates, filesMost, fileName, type, sha256 },
      sizeBytes: row.size_bytes,
      stored: { storageKey, parts: sizeBytes > 0 ? [...row.parts, part.number] : row.parts, partsTried: row.parts_tried },
      upload,
    })
    if ('refused' in added) return refuse(added.refused)
    await markOutcome(tx, upload, added.doubled ? 'doubled' : 'received')
    audit({ detail: { upload, document, type, sizeBytes: row.size_bytes, file: added.file } })
    return { doubled: added.doubled, isRepeated: false }
  },
})
