import { createHash } from 'node:crypto'
import { sealText } from '../../../platform/crypto/field.ts'
import { newId } from '../../../platform/ids.ts'
import { operation } from '../../../platform/operation.ts'
import { whoMay } from '../../may.ts'
import { placeOf } from '../take-batch.ts'
import { insertBrought } from './brought-store.ts'
import type { StoredUpload } from './store-upload.ts'

export interface FileToBring extends StoredUpload {
  /** What the page gave its form. */
  readonly startKey: string
  readonly dryRun: boolean
}

/** A page that was gone back to may send another file, or the same one to be taken in after it was only checked. */
const keyFor = ({ startKey, sha256, dryRun }: FileToBring): string =>
  createHash('sha256').update(`${startKey}\n${sha256}\n${dryRun}`).digest('base64url')

/** A file of paper filings is there, sealed, and a job takes it in. Sent twice by one page, it is brought once. */
export const bringFile = operation({
  name: 'officer.bring-file',
  allow: (actor, _input: FileToBring) => whoMay('take-in-paper')(actor),
  refusals: [],
  async run({ tx, actor, now, services, audit, enqueue }, file) {
    const id = newId()
    const { id: intake, isNew } = await insertBrought(tx, {
      ...{ id, dry_run: file.dryRun, storage_key: file.storageKey, size_bytes: file.sizeBytes, brought_key: keyFor(file) },
      ...{ file_sealed: sealText(services.keys, placeOf(id, 'file_sealed'), file.fileName), begun_by: String(actor.id), begun_at: now },
    })
    audit({ subject: intake, detail: { sizeBytes: file.sizeBytes, sha256: file.sha256, dryRun: file.dryRun, again: !isNew } })
    if (isNew) await enqueue('officer.import-file', { intake }, { jobKey: `import-file:${intake}` })
    return { intake, isNew }
  },
})
