import { accountsOf } from '../../platform/actor.ts'
import { operation } from '../../platform/operation.ts'
import type { FileKind } from '../../platform/preview/index.ts'
import { isSubmitted } from '../evidence-store.ts'
import { partsMost, uploadHours } from './resumable-upload.ts'
import { lockUpload, markPart, takePartNumber } from './resumable-store.ts'

/** Which upload of which draft. */
export interface UploadAddress {
  draft: string
  upload: string
}

/** A part that is durable, and where in the file it begins. */
export interface StoredPart extends UploadAddress {
  number: number
  from: number
  sizeBytes: number
  type: FileKind
}

/** Gives a part its number before its first byte is stored: whatever comes of it, the sweep knows where to look. */
export const takePart = operation({
  name: 'evidence.take-upload-part',
  allow: (actor) => actor.kind === 'account',
  refusals: ['no-such-upload', 'upload-moved', 'too-many-parts'],
  async run({ tx, actor, now, refuse, audit }, { draft, upload }: UploadAddress) {
    audit({ subject: draft, account: actor.id ?? '', detail: { upload } })
    const row = await lockUpload(tx, { id: upload, draft, accounts: accountsOf(actor), now })
    if (!row) return refuse('no-such-upload')
    if (row.outcome) return refuse('upload-moved')
    if (row.parts_tried > partsMost - 1) return refuse('too-many-parts')
    return takePartNumber(tx, upload)
  },
})

/**
 * Makes a durable part belong to its upload, once for each place: of two that begin at the same byte one does, and the other
 * is told that the upload has moved on. Gives out the number of the next part with it.
 */
export const recordPart = operation({
  name: 'evidence.record-upload-part',
  allow: (actor) => actor.kind === 'account',
  refusals: ['no-such-upload', 'draft-closed', 'upload-moved', 'too-many-parts'],
  async run({ tx, actor, now, refuse, audit }, part: StoredPart) {
    const { draft, upload, from, sizeBytes } = part
    audit({ subject: draft, account: actor.id ?? '', detail: { upload, offset: from + sizeBytes } })
    const row = await lockUpload(tx, { id: upload, draft, accounts: accountsOf(actor), now })
    if (!row) return refuse('no-such-upload')
    if (row.outcome) return refuse('upload-moved')
    if (await isSubmitted(tx, draft)) return refuse('draft-closed')
    if (row.offset_bytes !== from) return refuse('upload-moved')
    if (row.parts_tried > partsMost - 1) return refuse('too-many-parts')
    await markPart(tx, upload, { ...part, expiresAt: now.add({ hours: uploadHours }) })
    return takePartNumber(tx, upload)
  },
})
