import { hashCandidates } from '../../platform/crypto/keyed-hash.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { ownerOf, type UploadTarget, uploadsAnHour } from '../begin-upload.ts'
import { personLimits } from '../evidence-file.ts'
import { isSubmitted, lockFilesOf } from '../evidence-store.ts'
import { totalsOf } from '../file-totals-store.ts'
import { findOriginal } from '../translation/find-original.ts'
import { resumableUpload, sameFileValue, sealUploadName, uploadHours } from './resumable-upload.ts'
import { findSameUpload, findUpload, insertUpload } from './resumable-store.ts'

/** `changedAt`: when the file was last changed on its device, as the browser tells it; empty: not told. */
export interface AnnouncedUpload extends UploadTarget {
  fileName: string
  sizeBytes: number
  changedAt: string
}

/**
 * Opens an upload that may stop and go on, or finds the one that stopped: the same file chosen again for the same document
 * goes on where it was. Unfinished ones count with their whole size towards what a person may have.
 */
export const beginResumable = operation({
  name: 'evidence.begin-resumable-upload',
  allow: (actor) => actor.kind === 'account',
  limits: [uploadsAnHour],
  refusals: ['draft-closed', 'no-original', 'too-many-files', 'too-many-bytes'],
  async run({ tx, actor, now, services, refuse, audit }, announced: AnnouncedUpload) {
    const { draft, document, translates, sizeBytes, fileName, changedAt } = announced
    const account = ownerOf(actor, announced)
    audit({ subject: draft, account, detail: { document, sizeBytes } })
    await lockFilesOf(tx, account)
    if (await isSubmitted(tx, draft)) return refuse('draft-closed')
    if (translates && !(await findOriginal(tx, { account, draft, document, translates }))) return refuse('no-original')
    const same = changedAt ? hashCandidates(services.keys, 'resumable-same-file', sameFileValue(announced)) : []
    const before = same.length > 0 ? await findSameUpload(tx, { account, same, now }) : undefined
    if (before) return { upload: resumableUpload(services.keys, before), isNew: false }
    const totals = await totalsOf(tx, { account, draft, document, translates })
    if (totals.ofDocument + totals.comingForDocument >= announced.filesMost || totals.files >= personLimits.filesMost)
      return refuse('too-many-files')
    if (totals.bytes + sizeBytes > personLimits.bytesMost) return refuse('too-many-bytes')
    const id = newId()
    await insertUpload(tx, {
      id,
      account,
      draft,
      document,
      translates: translates ?? null,
      name_sealed: sealUploadName(services.keys, account, id, fileName),
      same_file: same[0] ?? null,
      size_bytes: sizeBytes,
      storage_key: newId(),
      begun_at: now,
      expires_at: now.add({ hours: uploadHours }),
    })
    const begun = await findUpload(tx, { id, draft, accounts: [account], now })
    if (!begun) throw new Error('an upload that was just begun is not there')
    return { upload: resumableUpload(services.keys, begun), isNew: true }
  },
})
