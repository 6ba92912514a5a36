import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { openDescription, sealDescription } from '../description/sealed-description.ts'
import { findFile, findSameFile, insertBegunUpload, insertFile, isSubmitted, lockFilesOf, takeBegunUpload } from '../evidence-store.ts'
import { evidenceFile, sealName } from '../stored-file.ts'
import type { Measured } from '../upload-meter.ts'

/** The draft that a copy is made for, and whose it is. */
export interface CopyTarget {
  readonly draft: string
  readonly account: string
}

/** Opens a place in the storage for one copy, which the sweep finds should this process end. */
export const beginCopy = operation({
  name: 'evidence.begin-copy',
  allow: ({ kind }, _input: CopyTarget) => kind === 'system',
  refusals: [],
  async run({ tx, now, audit }, { draft, account }) {
    audit({ subject: draft, account })
    const begun = { id: newId(), storage_key: newId() }
    await insertBegunUpload(tx, { ...begun, account, begun_at: now })
    return { upload: begun.id, storageKey: begun.storage_key }
  },
})

export interface CopyToRecord extends CopyTarget, Measured {
  readonly upload: string
  /** The file it is a copy of, and the copy of what that translates. */
  readonly source: string
  readonly translates: string | null
}

/**
 * Makes whole bytes a file of the copied draft, in the same place, with its name and what was said of it sealed anew, and
 * queues its check. The same bytes for the same document are there once, however often this runs.
 */
export const recordCopy = operation({
  name: 'evidence.record-copy',
  allow: ({ kind }, _input: CopyToRecord) => kind === 'system',
  refusals: ['upload-expired', 'draft-closed', 'source-gone'],
  async run({ tx, now, services: { keys }, refuse, enqueue, audit }, copied) {
    const { draft, account, source, translates, sha256, type, sizeBytes } = copied
    audit({ subject: draft, account, detail: { from: source } })
    await lockFilesOf(tx, account)
    const storageKey = await takeBegunUpload(tx, copied.upload, account)
    if (!storageKey) return refuse('upload-expired')
    if (await isSubmitted(tx, draft)) return refuse('draft-closed')
    const row = await findFile(tx, source)
    if (row?.sha256 !== sha256) return refuse('source-gone')
    const { document, place } = row
    const same = await findSameFile(tx, { account, draft, document, sha256, translates })
    if (same) return { file: same.id, doubled: true }
    const id = newId()
    const said = openDescription(keys, row)
    await insertFile(tx, {
      ...{ id, account, draft, document, translates, type, sha256, place },
      name_sealed: sealName(keys, account, id, evidenceFile(keys, row).name),
      size_bytes: sizeBytes,
      storage_key: storageKey,
      parts: [],
      parts_tried: 0,
      description_sealed: said ? sealDescription(keys, account, id, said) : null,
      uploaded_at: now,
    })
    await enqueue('evidence.scan', { file: id }, { jobKey: `scan:${id}` })
    return { file: id, doubled: false }
  },
})
