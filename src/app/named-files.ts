import type { Kysely } from 'kysely'
import { namedPapers } from '../cases/index.ts'
import { namedEvidence } from '../evidence/index.ts'
import { systemActor } from '../platform/actor.ts'
import type { DB } from '../platform/db/tables.ts'
import { asActor } from '../platform/db/transaction.ts'
import type { Services } from '../platform/services.ts'
import { conditionOf, type FileCondition, type NamedFiles } from '../platform/storage/index.ts'

export interface FilesFound {
  whole: number
  faults: { table: string; id: string; condition: Exclude<FileCondition, 'whole'> }[]
}

const tables: readonly NamedFiles[] = [namedEvidence, namedPapers]
const pageMost = 200
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** Reads every file of people that the database names, and says which are not there as they came in. */
export async function lookAtNamedFiles(pool: Kysely<DB>, services: Pick<Services, 'storage' | 'keys'>): Promise<FilesFound> {
  const found: FilesFound = { whole: 0, faults: [] }
  for (const named of tables) await lookAtTable(pool, services, named, found)
  return found
}

async function lookAtTable(pool: Kysely<DB>, services: Pick<Services, 'storage' | 'keys'>, named: NamedFiles, found: FilesFound) {
  const list = (behind: string, most: number) =>
    asActor(pool, systemActor('operator'), { readOnly: true }, (tx) => named.list(tx, behind, most))
  let behind = beforeAll
  for (let page = await list(behind, pageMost); page.length > 0; page = await list(behind, pageMost)) {
    for (const file of page) {
      const condition = await conditionOf(services, file)
      if (condition === 'whole') found.whole += 1
      // A person may have removed it since the page was read: then nobody misses it.
      else if ((await list(behind, 1))[0]?.id === file.id) found.faults.push({ table: named.table, id: file.id, condition })
      behind = file.id
    }
  }
}
