import type { Kysely } from 'kysely'
import { namedBundles, namedPapers } from '../cases/index.ts'
import { namedNotices } from '../correspondence/index.ts'
import { namedEvidence } from '../evidence/index.ts'
import { systemActor } from '../platform/actor.ts'
import type { DB } from '../platform/db/tables.ts'
import { asActor } from '../platform/db/transaction.ts'
import type { Services } from '../platform/services.ts'
import { conditionOf, type FileCondition, type NamedFiles } from '../platform/storage/index.ts'

export interface Faulty {
  table: string
  id: string
  condition: Exclude<FileCondition, 'whole'>
}

export interface FilesFound {
  whole: number
  faults: Faulty[]
}

type Opener = Pick<Services, 'storage' | 'keys'>

const tables: readonly NamedFiles[] = [namedEvidence, namedPapers, namedBundles, namedNotices]
const pageMost = 200
const allIds = { behind: '00000000-0000-0000-0000-000000000000', upTo: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** Reads every file of people that the database names, and says which are not there as they came in. */
export const lookAtNamedFiles = (pool: Kysely<DB>, services: Opener): Promise<FilesFound> => lookAtFilesBetween(pool, services, allIds)

/** The same of those whose ids lie behind one and up to another. */
export async function lookAtFilesBetween(pool: Kysely<DB>, services: Opener, ids: { behind: string; upTo: string }): Promise<FilesFound> {
  const found: FilesFound = { whole: 0, faults: [] }
  for (const named of tables) await lookAtTable(pool, services, named, ids, found)
  return found
}

async function lookAtTable(pool: Kysely<DB>, services: Opener, named: NamedFiles, { behind: first, upTo }: { behind: string; upTo: string }, found: FilesFound) {
  const list = async (behind: string, most: number) =>
    (await asActor(pool, systemActor('operator'), { readOnly: true }, (tx) => named.list(tx, behind, most))).filter(({ id }) => id <= upTo)
  let behind = first
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
