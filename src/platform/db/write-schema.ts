import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { withFileLock } from './file-lock.ts'
import { readSchema } from './schema-reader.ts'
import { scratchDatabase, scratchHome, scratchServer } from './scratch-database.ts'
import { tableTypes } from './table-types.ts'

const root = join(import.meta.dirname, '../../..')

/** What the two written files should hold, by path from the root of the repository. */
export const writtenFiles = async (): Promise<Record<string, string>> => {
  const database = await scratchDatabase()
  const client = new Client({ connectionString: database.urls.owner })
  await client.connect()
  try {
    return { 'migrations/schema.sql': await readSchema(client), 'src/platform/db/tables.ts': await tableTypes(client) }
  } finally {
    await client.end()
    await database.drop()
  }
}

const write = async (): Promise<void> => {
  await scratchServer()
  // Two writers at once: the later one reads the migrations again, so the last word is the newest.
  await withFileLock(join(scratchHome, 'write-schema.lock'), async () => {
    for (const [path, text] of Object.entries(await writtenFiles())) {
      const file = join(root, path)
      if (readFileSync(file, { encoding: 'utf8', flag: 'a+' }) === text) continue
      writeFileSync(`${file}.new`, text)
      renameSync(`${file}.new`, file)
      console.log(`wrote ${path}`)
    }
  })
}

if (import.meta.main) await write()
