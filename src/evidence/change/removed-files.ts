import { accountsOf } from '../../platform/actor.ts'
import { query } from '../../platform/operation.ts'
import type { EvidenceFile } from '../evidence-file.ts'
import { evidenceFile } from '../stored-file.ts'
import { wentWith } from './went-with.ts'
import { listRestorable } from './change-store.ts'

/** What was removed and can be put back until then. */
export interface RemovedFile {
  readonly file: EvidenceFile
  readonly until: Temporal.Instant
  /** How many files of its translation went with it and come back with it. */
  readonly translations: number
}

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
