import { accountsOf } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { type OperationContext, query } from '../../platform/operation.ts'
import { type RemovedFile, removedFilesOfDraft } from '../change/removed-files.ts'
import type { EvidenceFile } from '../evidence-file.ts'
import { filesOfDraft } from '../files.ts'
import { hasFileElsewhere } from '../library/library-store.ts'
import { uploadsOfDraft } from '../resumable/find-resumable.ts'
import type { ResumableUpload } from '../resumable/resumable-upload.ts'
import { type Tray, takesFiles, trayOf } from './tray.ts'
import { findOpenTray, findOwnTray, isOnCaseOf, listOwnTrays } from './tray-store.ts'

/** A tray with everything that a page shows of it. */
export interface FilledTray {
  readonly tray: Tray
  readonly files: readonly EvidenceFile[]
  /** What has not come in whole yet. */
  readonly uploads: readonly ResumableUpload[]
  /** What was removed and can still be put back. */
  readonly removed: readonly RemovedFile[]
  /** A draft, submission or other tray has a file that could be used here. */
  readonly hasLibrary: boolean
}

type Reading = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services'>

/** The person's open tray of a case for a purpose; null: none is open. Inside a query of the page's own, after it found the case to be theirs. */
export async function openTrayOf(context: Reading, sought: Pick<Tray, 'caseId' | 'purpose' | 'subject'>): Promise<FilledTray | null> {
  const row = await findOpenTray(context.tx, { ...sought, accounts: accountsOf(context.actor) })
  if (!row) return null
  return {
    tray: trayOf(row),
    files: await filesOfDraft.run(context, row.id),
    uploads: await uploadsOfDraft.run(context, row.id),
    removed: await removedFilesOfDraft.run(context, row.id),
    hasLibrary: await hasFileElsewhere(context.tx, accountsOf(context.actor), row.id),
  }
}

/** A person's own tray while files can be added to it and they are on its case; else where its page is, if it ever was theirs. */
export const ownTray = query({
  name: 'evidence.own-tray',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, actor, now }, id: string): Promise<{ tray: Tray; isOpen: boolean } | null> {
    const row = isId(id) ? await findOwnTray(tx, id, accountsOf(actor)) : undefined
    if (!row) return null
    const tray = trayOf(row)
    return { tray, isOpen: takesFiles(tray, now) && (await isOnCaseOf(tx, row)) }
  },
})

/** Those of these ids that are trays of the person's own. */
export const ownTrays = query({
  name: 'evidence.own-trays',
  allow: (actor) => actor.kind === 'account',
  run: async ({ tx, actor }, ids: readonly string[]): Promise<readonly Tray[]> => (await listOwnTrays(tx, ids, accountsOf(actor))).map(trayOf),
})
