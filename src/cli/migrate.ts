import type { Config } from '../config.ts'
import { openDatabase } from '../platform/db/database.ts'
import { migrate } from '../platform/db/migrate.ts'

/** Brings the database up to date and says what was applied. */
export async function migrateCommand(config: Config): Promise<number> {
  const database = await openDatabase({ home: config.home, ...config.database })
  try {
    const applied = await migrate(database.urls.owner)
    console.log(applied.length === 0 ? 'The database is up to date.' : applied.map((name) => `applied ${name}`).join('\n'))
    return 0
  } finally {
    await database.close()
  }
}
