import assert from 'node:assert/strict'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { openDatabase } from './database.ts'
import { startEmbeddedServer } from './embedded-server.ts'
import type { EmbeddedServer } from './embedded-server.ts'
import { migrate } from './migrate.ts'

const folder = mkdtempSync(join(tmpdir(), 'portolan-database-'))
const home = join(folder, 'home')
let server: EmbeddedServer

const administer = async (...statements: string[]): Promise<void> => {
  const client = new Client({ connectionString: server.url('superuser', 'postgres') })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/** Somebody else's server: no role of ours, and a role of the agency's. */
before(async () => {
  server = await startEmbeddedServer({ home: join(folder, 'server'), durable: false })
  const ours = 'portolan_owner, portolan_portal, portolan_office, portolan_worker, portolan_gate'
  await administer(
    'drop database portolan',
    `drop role ${ours}`,
    "create role agency login password 'secret'",
    'create database records',
  )
})
after(async () => {
  const base = realpathSync(join(folder, 'server', 'database'))
  await server.stop()
  rmSync(base, { recursive: true })
  rmSync(folder, { recursive: true })
})

const agencyUrl = (): string => `postgres://agency:secret@127.0.0.1:${server.port}/records`

test('a role that may not make roles gets one line that says what to grant', async () => {
  await assert.rejects(openDatabase({ home, databaseUrl: agencyUrl() }), (fault: Error) => {
    assert.match(
      fault.message,
      /^DATABASE_URL: the role "agency" may not make .*\(permission denied.*alter role "agency" createrole;/,
    )
    assert.doesNotMatch(fault.message, /\n|secret/)
    return true
  })
})

test('a role that may make roles but not grant on the database gets that line too', async () => {
  await administer('alter role agency createrole')
  await assert.rejects(
    openDatabase({ home, databaseUrl: agencyUrl() }),
    /may not create in records.*grant all on database "records"/,
  )
})

test('with one DATABASE_URL that may, the roles are made, work, and are the same at the next start', async () => {
  await administer('grant all on database records to agency with grant option')
  const first = await openDatabase({ home, databaseUrl: agencyUrl() })
  assert.equal((await migrate(first.urls.owner, { gapsAllowed: true }))[0], '0001-platform.sql')
  const second = await openDatabase({ home, databaseUrl: agencyUrl() })
  assert.deepEqual(second.urls, first.urls)
  const portal = new Client({ connectionString: second.urls.portal })
  await portal.connect()
  const { rows } = await portal.query('select current_user as role, platform.actor_account() as account')
  assert.deepEqual(rows, [{ role: 'portolan_portal', account: null }])
  await portal.end()
})

test('four addresses are used as they are, and some without the others are refused', async () => {
  const databaseUrl = agencyUrl()
  const all = { ownerUrl: 'postgres://owner', officeUrl: 'postgres://office', workerUrl: 'postgres://worker' }
  const { urls, embedded } = await openDatabase({ home, databaseUrl, ...all })
  assert.deepEqual(
    [urls, embedded],
    [{ portal: databaseUrl, owner: all.ownerUrl, office: all.officeUrl, worker: all.workerUrl }, false],
  )
  await assert.rejects(openDatabase({ home, databaseUrl, ownerUrl: all.ownerUrl }), /set all three, or none/)
  await assert.rejects(openDatabase({ home, ownerUrl: all.ownerUrl }), /DATABASE_URL is missing/)
})

test('an unreachable server, a wrong password and a wrong address are one line each, without secrets', async () => {
  const wrong: [string, RegExp][] = [
    [
      'postgres://agency:secret@127.0.0.1:1/records',
      /^DATABASE_URL: PostgreSQL at 127\.0\.0\.1:1 cannot be used \(.*ECONNREFUSED.*\)$/,
    ],
    [agencyUrl().replace('secret', 'guess'), /cannot be used \(password authentication failed/],
    ['records', /^DATABASE_URL is not an address like/],
  ]
  for (const [databaseUrl, expected] of wrong) {
    await assert.rejects(openDatabase({ home, databaseUrl }), (fault: Error) => {
      assert.match(fault.message, expected)
      assert.doesNotMatch(fault.message, /secret|guess|\n/)
      return true
    })
  }
})
