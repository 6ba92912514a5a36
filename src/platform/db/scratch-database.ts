import { randomBytes } from 'node:crypto'
import { tmpdir, userInfo } from 'node:os'
import { join, sep } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedServer } from './embedded-server.ts'
import type { EmbeddedServer } from './embedded-server.ts'
import { migrate, migrationsHash } from './migrate.ts'
import { isRunning } from './process-state.ts'

export type ScratchDatabase = {
  name: string
  urls: { portal: string; office: string; worker: string; owner: string; superuser: string }
  drop(): Promise<void>
}

const templatesKept = 12
const templateLock = 7_261_003

const homeName = `portolan-test-${userInfo().uid}`

/** The home of the one careless server that this user's tests and tools share. A run of tests has its temporary folder inside it. */
export const scratchHome = join(tmpdir().split(`${sep}${homeName}`)[0] ?? '', homeName)

let joined: Promise<EmbeddedServer> | undefined
const templates = new Map<string, Promise<string>>()

/** The shared server, started when none runs. It outlives this process: its data survives no crash of the machine. */
export const scratchServer = (): Promise<EmbeddedServer> => {
  joined ??= startEmbeddedServer({ home: scratchHome, durable: false, stays: true })
  return joined
}

/** A new database of the caller's own, migrated and empty, cloned from a template. */
export const scratchDatabase = async (): Promise<ScratchDatabase> => {
  const server = await scratchServer()
  const name = `portolan_template_${migrationsHash().slice(0, 16)}`
  try {
    return await createDatabase(server, await templateFor(server, name))
  } catch (fault) {
    if ((fault as { code?: string }).code !== noSuchDatabase) throw fault
    // Another checkout swept it away as one of the oldest: it is made again.
    templates.delete(name)
    return createDatabase(server, await templateFor(server, name))
  }
}

/** SQLSTATE invalid_catalog_name. */
const noSuchDatabase = '3D000'

/** A new database of the caller's own with nothing in it. */
export const emptyDatabase = async (): Promise<ScratchDatabase> => createDatabase(await scratchServer(), 'template0')

const createDatabase = async (server: EmbeddedServer, template: string): Promise<ScratchDatabase> => {
  const name = `portolan_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await asAdministrator(server, async (client) => {
    // Copying files is a third of the work of writing every block to the log, which nothing reads here.
    await client.query(`create database ${name} template ${template} strategy file_copy owner portolan_owner`)
    await client.query(`revoke connect on database ${name} from public`)
    await client.query(`grant connect on database ${name} to portolan_portal, portolan_office, portolan_worker`)
  })
  const [portal, office, worker, owner, superuser] = (
    ['portal', 'office', 'worker', 'owner', 'superuser'] as const
  ).map((role) => server.url(role, name)) as [string, string, string, string, string]
  const drop = () =>
    asAdministrator(server, async (client) => {
      await client.query(`drop database if exists ${name} with (force)`)
    })
  return { name, urls: { portal, office, worker, owner, superuser }, drop }
}

const asAdministrator = async <T>(server: EmbeddedServer, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: server.url('superuser', 'postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** One template for one state of the migrations, made once however many processes ask at the same time. */
const templateFor = (server: EmbeddedServer, name: string): Promise<string> => {
  const known = templates.get(name) ?? asAdministrator(server, (client) => settleTemplate(server, client, name))
  templates.set(name, known)
  return known
}

const settleTemplate = async (server: EmbeddedServer, client: Client, name: string): Promise<string> => {
  // Held until this connection ends.
  await client.query('select pg_advisory_lock($1)', [templateLock])
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (rowCount === 1) return name
  await sweep(client)
  const half = `${name}_half`
  await client.query(`drop database if exists ${half} with (force)`)
  await client.query(`create database ${half} owner portolan_owner`)
  await migrate(server.url('owner', half), { gapsAllowed: true })
  await client.query(`alter database ${half} rename to ${name}`)
  return name
}

/** Drops databases of processes that are gone, and all but the newest templates. */
const sweep = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where datname like 'portolan\\_t%' order by oid desc",
  )
  const names = rows.map(({ datname }) => datname)
  const oldTemplates = names.filter((name) => name.startsWith('portolan_template_')).slice(templatesKept)
  const orphans = names.filter((name) => {
    const pid = /^portolan_test_(\d+)_/.exec(name)?.[1]
    return pid !== undefined && !isRunning(Number(pid))
  })
  for (const name of [...oldTemplates, ...orphans]) await client.query(`drop database if exists ${name} with (force)`)
}
