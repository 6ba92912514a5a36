import { accountsOf } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { type OperationContext, query } from '../../platform/operation.ts'
import type { EvidenceFile } from '../evidence-file.ts'
import type { FileRow } from '../evidence-store.ts'
import { forOtherEyes, type ShownFile } from '../files.ts'
import { evidenceFile, storedFile } from '../stored-file.ts'
import { inReadingOrder } from '../translation/translation.ts'
import { type Tray, trayOf, type TraySide } from './tray.ts'
import { findFileOfCase, findFileTogether, listFilesOfTrays, listSentTrays, listSentTraysAbout } from './tray-store.ts'

type Reading = Pick<OperationContext, 'tx' | 'actor' | 'services'>

/**
 * A file that was sent, or is gathered with others, and whether whoever asks added it themselves: others read a picture's copy, which comes a
 * moment later. `side`: on which side who added it stands, where more than one gather.
 */
export type SentFile = EvidenceFile & { readonly isOwn: boolean; readonly side?: TraySide | null }

/** What was sent in trays, by tray; row-level security answers for who may see it. */
export async function filesOfTrays({ tx, actor, services }: Reading, trays: readonly string[]): Promise<ReadonlyMap<string, readonly SentFile[]>> {
  const rows = await listFilesOfTrays(tx, trays)
  const own = accountsOf(actor)
  const sent = (row: FileRow): SentFile => ({ ...evidenceFile(services.keys, row), isOwn: own.includes(row.account) })
  const byTray = Map.groupBy(rows, ({ submission }) => submission ?? '')
  return new Map([...byTray].map(([tray, of]) => [tray, inReadingOrder(of).map(sent)]))
}

export type SentTray = Tray & { readonly files: readonly SentFile[] }

/** Trays of one case that a page shows: more than anybody sends, few enough for one page. */
const sentTraysMost = 100

/** What was sent about a case, the last of it first. */
export async function sentTraysOf(context: Reading, caseId: string): Promise<readonly SentTray[]> {
  const trays = (await listSentTrays(context.tx, caseId, sentTraysMost)).map(trayOf)
  const files = await filesOfTrays(context, trays.map(({ id }) => id))
  return trays.map((tray) => ({ ...tray, files: files.get(tray.id) ?? [] }))
}

/** What was sent about each of these things, by whoever gathered it: one list for each. */
export async function filesSentAbout(context: Reading, caseId: string, subjects: readonly string[]): Promise<ReadonlyMap<string, readonly SentFile[]>> {
  const trays = (await listSentTraysAbout(context.tx, caseId, subjects)).map(trayOf)
  const files = await filesOfTrays(context, trays.map(({ id }) => id))
  const bySubject = Map.groupBy(trays, ({ subject }) => subject ?? '')
  return new Map([...bySubject].map(([subject, its]) => [subject, its.flatMap(({ id, side }) => (files.get(id) ?? []).map((file) => ({ ...file, side })))]))
}

/** A file that was sent about a case, or that waits for an answer which they gather together: to who sent it as it came in, to everybody else as the copy for other eyes. */
export const sentFile = query({
  name: 'evidence.sent-file',
  allow: (actor, _input: { caseId: string; file: string }) => actor.kind === 'account' || actor.kind === 'staff',
  async run({ tx, actor, services }, { caseId, file }): Promise<ShownFile | null> {
    const sought = isId(file) ? await findFileOfCase(tx, caseId, file) : undefined
    const row = sought ?? (isId(file) && actor.kind === 'account' ? await findFileTogether(tx, caseId, file) : undefined)
    if (!row) return null
    const isOwn = actor.kind === 'account' && accountsOf(actor).includes(row.account)
    if (!isOwn) return forOtherEyes(services.keys, row)
    const stored = storedFile(row)
    return { file: evidenceFile(services.keys, row), stored, shown: stored, isCopy: false }
  },
})
