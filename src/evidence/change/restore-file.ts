import { operation } from '../../platform/operation.ts'
import { without } from '../add-file.ts'
import { personLimits } from '../evidence-file.ts'
import { type FileRow, findSameFile, listFilesOfDraft, totalsOf } from '../evidence-store.ts'
import { type FileOfDraft, lockOwnFile } from '../own-file.ts'
import { markRestored } from './change-store.ts'
import { takeAway } from './take-away.ts'

/** `filesMost` is what the evidence rule of its document allows. */
export interface Restoring extends FileOfDraft {
  filesMost: number
}

/** Of two files of which one took the other's place, one stands: putting one back takes the other away. */
const isInItsPlace = (row: FileRow) => (other: FileRow) => other.replaces === row.id || other.id === row.replaces

/** Puts back a file that its person removed or replaced within a day. Pressed twice it is put back once. */
export const restoreFile = operation({
  name: 'evidence.restore-file',
  allow: (actor) => actor.kind === 'account',
  refusals: ['no-such-file', 'draft-closed', 'too-late', 'same-file-there', 'too-many-files', 'too-many-bytes'],
  async run(context, { draft, file, filesMost }: Restoring) {
    const { tx, actor, now, refuse, enqueue, audit } = context
    audit({ subject: draft, account: actor.id ?? '', detail: { file: file.slice(0, 40) } })
    const row = await lockOwnFile(context, { draft, file })
    if (typeof row === 'string') return refuse(row)
    if (!row.removed_at) return null
    if (row.bytes_gone_at || !row.restorable_until || Temporal.Instant.compare(now, row.restorable_until) >= 0) return refuse('too-late')
    const inItsPlace = (await listFilesOfDraft(tx, draft, [row.account])).find(isInItsPlace(row))
    const same = await findSameFile(tx, row)
    if (same && same.id !== inItsPlace?.id) return refuse('same-file-there')
    const totals = without(await totalsOf(tx, row.account, draft, row.document), inItsPlace)
    if (totals.ofDocument >= filesMost || totals.files >= personLimits.filesMost) return refuse('too-many-files')
    if (totals.bytes + row.size_bytes > personLimits.bytesMost) return refuse('too-many-bytes')
    if (inItsPlace) await takeAway(context, inItsPlace)
    await markRestored(tx, file, inItsPlace?.place ?? row.place)
    // What came to it while it was away had nothing to do.
    if (row.state === 'received') await enqueue('evidence.scan', { file }, { jobKey: `scan:${file}` })
    else await enqueue('evidence.preview', { file })
    return null
  },
})
