import { randomBytes } from 'node:crypto'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedServer } from '../src/platform/db/embedded-server.ts'
import type { EmbeddedServer } from '../src/platform/db/embedded-server.ts'
import { migrate, migrationsHash } from '../src/platform/db/migrate.ts'
import { openPools } from '../src/platform/db/pools.ts'
import type { Pools } from '../src/platform/db/pools.ts'
import { isRunning } from '../src/platform/db/process-state.ts'

export type TestDatabase = {
  name: string
  urls: { portal: string; office: string; worker: string; owner: string; superuser: string }
  pools: Pools
  /** Closes the pools and removes the database. */
  drop(): Promise<void>
}

/** The home of the one test server of this machine's user. */
export const testHome = join(tmpdir(), `portolan-test-${userInfo().uid}`)

let running: Promise<EmbeddedServer> | undefined
let template: Promise<string> | undefined

/** The test server, started when none runs. It stays up after the run; `bin/test.mjs --stop` stops it. */
export const testServer = (): Promise<EmbeddedServer> => {
  running ??= startEmbeddedServer({ home: testHome, durable: false, stays: true })
  return running
}

/** A freshly cloned, migrated, empty database of this test's own. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const server = await testServer()
  template ??= asAdministrator(server, (client) => settleTemplate(server, client))
  const from = await template
  const name = `portolan_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await asAdministrator(server, async (client) => {
    await client.query(`create database ${name} template ${from} owner portolan_owner`)
    await client.query(`revoke connect on database ${name} from public`)
    await client.query(`grant connect on database ${name} to portolan_portal, portolan_office, portolan_worker`)
  })
  const url = (role: Parameters<EmbeddedServer['url']>[0]) => server.url(role, name)
  const urls = {
    portal: url('portal'), office: url('office'), worker: url('worker'), owner: url('owner'), superuser: url('superuser'),
  }
  const pools = openPools(urls, { portal: 10, office: 5, worker: 5, owner: 2 })
  const drop = async () => {
    await pools.close()
    await asAdministrator(server, (client) => client.query(`drop database if exists ${name} with (force)`))
  }
  return { name, urls, pools, drop }
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

/** One template for one state of the migrations; made once however many processes ask at the same time. */
const settleTemplate = async (server: EmbeddedServer, client: Client): Promise<string> => {
  const name = `portolan_template_${migrationsHash().slice(0, 16)}`
  await client.query('select pg_advisory_lock(7261003)')
  await sweep(client)
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (rowCount === 0) {
    const half = `${name}_half`
    await client.query(`drop database if exists ${half} with (force)`)
    await client.query(`create database ${half} owner portolan_owner`)
    await migrate(server.url('owner', half), { gapsAllowed: true })
    await client.query(`alter database ${half} rename to ${name}`)
  }
  await client.query('select pg_advisory_unlock(7261003)')
  return name
}

/** Databases of test processes that are gone, and all but the newest templates. */
const sweep = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where datname like 'portolan\\_t%' order by oid desc",
  )
  const names = rows.map(({ datname }) => datname)
  const oldTemplates = names.filter((name) => name.startsWith('portolan_template_')).slice(12)
  const orphans = names.filter((name) => {
    const pid = /^portolan_test_(\d+)_/.exec(name)?.[1]
    return pid !== undefined && !isRunning(Number(pid))
  })
  for (const name of [...oldTemplates, ...orphans]) await client.query(`drop database if exists ${name} with (force)`)
}
