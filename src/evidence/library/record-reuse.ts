import { operation } from '../../platform/operation.ts'
import { addFile } from '../add-file.ts'
import { ownerOf, type UploadTarget } from '../begin-upload.ts'
import { openDescription } from '../description/sealed-description.ts'
import { isSubmitted, lockFilesOf, takeBegunUpload } from '../evidence-store.ts'
import type { Measured } from '../upload-meter.ts'
import { findReusable } from './find-in-library.ts'

/** A copy whose bytes lie whole in the storage, and the file it was made of. */
export interface CopiedFile extends UploadTarget, Measured {
  upload: string
  source: string
}

/**
 * Makes the copy of a file from the person's library a file of the draft, with what they said of it, and queues its check.
 * What was removed while it was copied is used no more. The same bytes for the same document are kept once.
 */
export const recordReuse = operation({
  name: 'evidence.reuse-file',
  allow: (actor) => actor.kind === 'account',
  refusals: ['upload-expired', 'draft-closed', 'not-in-library', 'no-original', 'same-as-original', 'too-many-files', 'too-many-bytes'],
  async run({ tx, actor, now, services, refuse, enqueue, audit }, copied: CopiedFile) {
    const { draft, document, source } = copied
    const account = ownerOf(actor, copied)
    audit({ subject: draft, account, detail: { document, from: source } })
    await lockFilesOf(tx, account)
    const storageKey = await takeBegunUpload(tx, copied.upload, account)
    if (!storageKey) return refuse('upload-expired')
    if (await isSubmitted(tx, draft)) return refuse('draft-closed')
    const row = await findReusable(tx, actor, source)
    if (row?.sha256 !== copied.sha256) return refuse('not-in-library')
    const said = openDescription(services.keys, row)
    const added = await addFile({ tx, now, services, enqueue }, { ...copied, account, said, stored: { storageKey } })
    if ('refused' in added) return refuse(added.refused)
    if (!added.doubled) audit({ detail: { document, from: source, file: added.file } })
    return added
  },
})
