import { operation, type OperationContext } from '../../platform/operation.ts'
import { without } from '../add-file.ts'
import { filesPerTranslationMost, personLimits } from '../evidence-file.ts'
import { type FileRow, findSameFile, listFilesOfDraft } from '../evidence-store.ts'
import { totalsOf } from '../file-totals-store.ts'
import { type FileOfDraft, lockOwnFile } from '../own-file.ts'
import { listRestorable, markRestored } from './change-store.ts'
import { findOriginal } from '../translation/find-original.ts'
import { handOver } from '../translation/translation-store.ts'
import { takeAway } from './take-away.ts'
import { wentWith } from './went-with.ts'

/** `filesMost` is what the evidence rule of its document allows. */
export interface Restoring extends FileOfDraft {
  filesMost: number
}

/** Of two files of which one took the other's place, one stands: putting one back takes the other away. */
const isInItsPlace = (row: FileRow) => (other: FileRow) => other.replaces === row.id || other.id === row.replaces

interface InItsWay {
  filesMost: number
  inItsPlace: FileRow | undefined
  /** Its translation, where that was removed with it. */
  along: readonly FileRow[]
}

/** What came to it while it was away had nothing to do. */
const checkedAgain = ({ enqueue }: Pick<OperationContext, 'enqueue'>, { id, state }: FileRow) =>
  state === 'received' ? enqueue('evidence.scan', { file: id }, { jobKey: `scan:${id}` }) : enqueue('evidence.preview', { file: id })

/** Why it cannot be put back; null: it can. */
async function inItsWay(tx: OperationContext['tx'], row: FileRow, { filesMost, inItsPlace, along }: InItsWay) {
  const { translates } = row
  if (translates && !(await findOriginal(tx, { ...row, translates }))) return 'no-original' as const
  const same = await findSameFile(tx, row)
  if (same && same.id !== inItsPlace?.id) return 'same-file-there' as const
  const totals = without(await totalsOf(tx, row), inItsPlace)
  const most = translates ? filesPerTranslationMost : filesMost
  if (totals.ofDocument >= most || totals.files + along.length >= personLimits.filesMost) return 'too-many-files' as const
  const bytes = [row, ...along].reduce((sum, { size_bytes }) => sum + size_bytes, totals.bytes)
  return bytes > personLimits.bytesMost ? ('too-many-bytes' as const) : null
}

/** Puts back a file that its person removed or replaced within a day, with the translation that went with it. Pressed twice it is put back once. */
export const restoreFile = operation({
  name: 'evidence.restore-file',
  allow: (actor) => actor.kind === 'account',
  refusals: ['no-such-file', 'draft-closed', 'too-late', 'no-original', 'same-file-there', 'too-many-files', 'too-many-bytes'],
  async run(context, { draft, file, filesMost }: Restoring) {
    const { tx, actor, now, refuse, audit } = context
    audit({ subject: draft, account: actor.id ?? '', detail: { file: file.slice(0, 40) } })
    const row = await lockOwnFile(context, { draft, file })
    if (typeof row === 'string') return refuse(row)
    if (!row.removed_at) return null
    if (row.bytes_gone_at || !row.restorable_until || Temporal.Instant.compare(now, row.restorable_until) >= 0) return refuse('too-late')
    const inItsPlace = (await listFilesOfDraft(tx, draft, [row.account])).find(isInItsPlace(row))
    const along = (await listRestorable(tx, { draft, accounts: [row.account], now })).filter(wentWith(row))
    const problem = await inItsWay(tx, row, { filesMost, inItsPlace, along })
    if (problem) return refuse(problem)
    if (inItsPlace) {
      await handOver(tx, inItsPlace.id, file)
      await takeAway(context, inItsPlace)
    }
    await markRestored(tx, file, inItsPlace?.place ?? row.place)
    for (const each of along) await markRestored(tx, each.id, each.place)
    for (const each of [row, ...along]) await checkedAgain(context, each)
    return null
  },
})
