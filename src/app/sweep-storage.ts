import type { Kysely } from 'kysely'
import { paperKeys, printKeys } from '../cases/index.ts'
import { noticeKeys } from '../correspondence/index.ts'
import { evidenceKeys } from '../evidence/index.ts'
import { intakeKeys, scanKeys } from '../officer/index.ts'
import { systemActor } from '../platform/actor.ts'
import type { DB } from '../platform/db/tables.ts'
import { asActor } from '../platform/db/transaction.ts'
import type { Chore } from '../platform/jobs/job.ts'
import type { Services } from '../platform/services.ts'
import { baseOf, type NamesKeys } from '../platform/storage/index.ts'
import { archiveKeys } from '../portal/index.ts'

/** Every table that names files: what none of them names is nobody's. */
export const tablesThatNameFiles: readonly NamesKeys[] = [...evidenceKeys, paperKeys, printKeys, noticeKeys, scanKeys, intakeKeys, archiveKeys]

/** Longer than any upload and any job may take to write the row behind its bytes. */
const orphanHours = 24
const askedAtOnce = 500
/** More files of nobody than so many, and than so large a share of all, are no leftovers: the database is another's, or was brought back from an older day. */
export const sweepLimits = { orphansFew: 50, orphanShareMost: 0.1, orphansMost: 10_000 }

export interface Swept {
  listed: number
  deleted: number
  /** So many files are nobody's that none was touched. */
  stopped: boolean
}

/**
 * Lists the storage and deletes what no row names and is older than a day: bytes whose row was never written or is
 * gone. With suspiciously many of them it deletes nothing, because files that are gone come back from no list.
 */
export async function sweepStorageOnce(pool: Kysely<DB>, { storage, clock }: Pick<Services, 'storage' | 'clock'>): Promise<Swept> {
  const before = clock.now().subtract({ hours: orphanHours })
  const orphans: string[] = []
  let listed = 0
  let batch: string[] = []
  const judge = async () => {
    orphans.push(...(await unnamedOf(pool, batch)))
    batch = []
  }
  for await (const { key, keptAt } of storage.list()) {
    listed += 1
    if (Temporal.Instant.compare(keptAt, before) < 0) batch.push(key)
    if (batch.length >= askedAtOnce) await judge()
    if (orphans.length > sweepLimits.orphansMost) return { listed, deleted: 0, stopped: true }
  }
  await judge()
  if (orphans.length > Math.max(sweepLimits.orphansFew, listed * sweepLimits.orphanShareMost)) return { listed, deleted: 0, stopped: true }
  // Asked once more: a row may have come to be named since.
  const stillNobodys = await unnamedOf(pool, orphans)
  for (const key of stillNobodys) await storage.delete(key)
  return { listed, deleted: stillNobodys.length, stopped: false }
}

async function unnamedOf(pool: Kysely<DB>, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const ids = [...new Set(keys.map(baseOf))]
  const named = await asActor(pool, systemActor('sweep'), { readOnly: true }, async (tx) => {
    const found = new Set<string>()
    for (const table of tablesThatNameFiles) for (const id of await table.among(tx, ids)) found.add(id)
    return found
  })
  return keys.filter((key) => !named.has(baseOf(key)))
}

export const sweepStorage: Chore = {
  name: 'storage.sweep',
  everySeconds: 6 * 3600,
  async run({ pool, services, log }) {
    await services.storage.forgetUnfinished(services.clock.now().subtract({ hours: orphanHours }))
    const { listed, deleted, stopped } = await sweepStorageOnce(pool, services)
    if (stopped) log.fault({ event: 'storage-sweep-stopped', task: 'storage.sweep', count: listed }, new Error('more files of nobody than a sweep may delete'))
    else log.line({ event: 'storage-swept', task: 'storage.sweep', count: deleted })
  },
}
