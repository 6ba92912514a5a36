import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Client } from 'pg'

export type Migration = { number: number; name: string; sql: string; sha256: string }

export type MigrateOptions = {
  log?: (line: string) => void
  folder?: string
  /** True while migrations are being written side by side: a missing number is no fault. */
  gapsAllowed?: boolean
}

const migrationsFolder = join(import.meta.dirname, '../../../migrations')
const fileName = /^(\d{4})-[a-z0-9-]+\.sql$/
const lockKey = 7_261_002

/** The migrations on disk, in order. `schema.sql` is the written result, not one of them. */
export const readMigrations = (folder: string = migrationsFolder): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && name !== 'schema.sql')
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      const sha256 = createHash('sha256').update(sql).digest('hex')
      return { number: Number(fileName.exec(name)?.[1] ?? Number.NaN), name, sql, sha256 }
    })

/** One sentence for each file that is named wrongly, numbered twice or follows a gap. */
export const numberingFaults = (migrations: readonly Migration[]): string[] =>
  migrations.flatMap(({ number, name }, index) => {
    if (Number.isNaN(number)) return [`migrations/${name} is not named NNNN-name.sql`]
    const expected = index === 0 ? 1 : (migrations[index - 1]?.number ?? 0) + 1
    return number === expected ? [] : [`migrations/${name} should be number ${String(expected).padStart(4, '0')}`]
  })

/** A hash over all migrations: two folders with the same one make the same database. */
export const migrationsHash = (migrations: readonly Migration[] = readMigrations()): string =>
  createHash('sha256')
    .update(JSON.stringify(migrations.map(({ name, sha256 }) => [name, sha256])))
    .digest('hex')

/**
 * Brings the database of `ownerUrl` up to date: the job queue's own schema first, then our files, one run at a time.
 * Each file is one transaction with its record. Returns the names applied.
 * Throws when a published file was changed or removed, or a number is missing.
 */
export const migrate = async (ownerUrl: string, options: MigrateOptions = {}): Promise<string[]> => {
  const migrations = readMigrations(options.folder)
  const faults = options.gapsAllowed ? [] : numberingFaults(migrations)
  if (faults.length > 0) throw new Error(faults.join('; '))
  const client = new Client({ connectionString: ownerUrl, application_name: 'portolan migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await migrateQueue(client, ownerUrl)
    const applied = await readApplied(client)
    const waiting = unapplied(migrations, applied)
    for (const migration of waiting) {
      await apply(client, migration)
      options.log?.(`migrated ${migration.name}`)
    }
    return waiting.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

const queueVersion = (): string => {
  const entry = createRequire(import.meta.url).resolve('graphile-worker')
  return JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')).version
}

/** The queue's own schema says on itself which version of the package made it; only another version is asked to look at it. */
const migrateQueue = async (client: Client, ownerUrl: string): Promise<void> => {
  const version = queueVersion()
  const said = await client.query("select obj_description(to_regnamespace('graphile_worker'), 'pg_namespace') as version")
  if (said.rows[0].version === version) return
  const { Logger, runMigrations } = await import('graphile-worker')
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) })
  await client.query(`comment on schema graphile_worker is ${client.escapeLiteral(version)}`)
}

type Applied = Map<number, { name: string; sha256: string }>

const readApplied = async (client: Client): Promise<Applied> => {
  const { rows } = await client.query("select to_regclass('platform.migration') is not null as begun")
  if (!rows[0].begun) return new Map()
  const recorded = await client.query('select number, name, sha256 from platform.migration order by number')
  return new Map(recorded.rows.map(({ number, name, sha256 }) => [number, { name, sha256 }]))
}

const unapplied = (migrations: readonly Migration[], applied: Applied): Migration[] => {
  for (const [number, { name }] of applied) {
    if (!migrations.some((migration) => migration.number === number)) {
      throw new Error(`The database has migration ${name}, which this version of Portolan does not know`)
    }
  }
  return migrations.filter((migration) => {
    const record = applied.get(migration.number)
    if (record && record.sha256 !== migration.sha256) {
      throw new Error(`migrations/${migration.name} was changed after it was applied: undo the change, add a new file`)
    }
    return !record
  })
}

const apply = async (client: Client, { number, name, sql, sha256 }: Migration): Promise<void> => {
  try {
    await client.query("begin; set local lock_timeout = '5s'")
    await client.query(sql)
    await client.query('insert into platform.migration (number, name, sha256) values ($1, $2, $3)', [
      number,
      name,
      sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migrations/${name}: ${(error as Error).message}${lineOf(sql, error as { position?: string })}`)
  }
}

const lineOf = (sql: string, { position }: { position?: string }): string =>
  position ? ` (line ${sql.slice(0, Number(position) - 1).split('\n').length})` : ''
