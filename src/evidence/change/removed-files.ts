import { accountsOf } from '../../platform/actor.ts'
import { query } from '../../platform/operation.ts'
import type { EvidenceFile } from '../evidence-file.ts'
import type { FileRow } from '../evidence-store.ts'
import { evidenceFile } from '../stored-file.ts'
import { listRestorable } from './change-store.ts'

/** What was removed and can be put back until then. */
export interface RemovedFile {
  readonly file: EvidenceFile
  readonly until: Temporal.Instant
  /** How many files of its translation went with it and come back with it. */
  readonly translations: number
}

/** A translation went with its document, or alone. */
const wentWith = (original: FileRow) => (row: FileRow) =>
  row.translates === original.id && original.removed_at !== null && row.removed_at?.equals(original.removed_at) === true

export const removedFilesOfDraft = query({
  name: 'evidence.removed-files-of-draft',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, actor, now, services }, draft: string): Promise<readonly RemovedFile[]> {
    const rows = await listRestorable(tx, { draft, accounts: accountsOf(actor), now })
    return rows.flatMap((row) => {
      if (!row.restorable_until || rows.some((original) => wentWith(original)(row))) return []
      return [{ file: evidenceFile(services.keys, row), until: row.restorable_until, translations: rows.filter(wentWith(row)).length }]
    })
  },
})
