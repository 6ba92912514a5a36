import type { Config } from '../config.ts'
import { startEmbeddedServer } from '../platform/db/embedded-server.ts'
import { migrate } from '../platform/db/migrate.ts'
import type { PoolUrls } from '../platform/db/pools.ts'
import { prepareExternal } from '../platform/db/external-database.ts'

export interface OpenDatabase {
  urls: PoolUrls & { owner: string }
  /** Stops the embedded server if this process started it; an outside server is left alone. */
  close(): Promise<void>
}

/** The outside server of the settings, or else the embedded one of the home. Roles are made, nothing is migrated. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.database) return { urls: await prepareExternal(config.database, config.home), close: async () => undefined }
  const server = await startEmbeddedServer({ home: config.home })
  const urls = {
    owner: server.url('owner'),
    portal: server.url('portal'),
    office: server.url('office'),
    worker: server.url('worker'),
  }
  return { urls, close: () => server.stop() }
}

/** Brings the schema up to date; returns the names of what was applied. */
export const migrateDatabase = (database: OpenDatabase): Promise<string[]> => migrate(database.urls.owner)
