import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { recreateDatabase } from '../../platform/db/recreate-database.ts'

const filesOfDemo = ['files', 'cashier.sqlite', 'cashier.sqlite-wal', 'cashier.sqlite-shm', 'audit-heads.jsonl']

/** Empties the demonstration: database, files, cashier. The keys stay; the next start fills it again. */
export async function emptyDemo(config: Config): Promise<void> {
  if (config.mode !== 'demo') throw new Error('demo reset: only a demonstration can be emptied')
  if (config.database.databaseUrl) throw new Error('demo reset: empty a database of your own by yourself')
  await recreateDatabase(config.home)
  for (const name of filesOfDemo) await rm(join(config.home, name), { recursive: true, force: true })
}
