import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { Client } from 'pg'
import { migrate, numberingFaults, readMigrations } from './migrate.ts'
import { emptyDatabase } from './scratch-database.ts'
import type { ScratchDatabase } from './scratch-database.ts'

const platform = readMigrations()[0]
const folders: string[] = []
const databases: ScratchDatabase[] = []
let folder: string
let url: string

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)

const ask = async (sql: string): Promise<unknown[][]> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-migrations-'))
  folders.push(folder)
  const database = await emptyDatabase()
  databases.push(database)
  url = database.urls.owner
  write('0001-platform.sql', platform?.sql ?? '')
})

after(async () => {
  for (const database of databases) await database.drop()
  for (const made of folders) rmSync(made, { recursive: true })
})

test('the migrations of this version are numbered from 1 without a gap', () => {
  assert.deepEqual(numberingFaults(readMigrations()), [])
})

test('each file is applied once, in order, with its hash', async () => {
  write('0002-first.sql', 'create table public.first_thing ()')
  assert.deepEqual(await migrate(url, { folder }), ['0001-platform.sql', '0002-first.sql'])
  write('0003-second.sql', 'create table public.second_thing ()')
  assert.deepEqual(await migrate(url, { folder }), ['0003-second.sql'])
  const recorded = await ask('select number, name, sha256 from platform.migration order by number')
  assert.deepEqual(
    recorded,
    readMigrations(folder).map(({ number, name, sha256 }) => [number, name, sha256]),
  )
})

test('a file changed after it was applied is a fault that names it', async () => {
  write('0002-first.sql', 'create table public.first_thing ()')
  await migrate(url, { folder })
  write('0002-first.sql', 'create table public.first_thing (more int)')
  await assert.rejects(migrate(url, { folder }), /migrations\/0002-first\.sql was changed after it was applied/)
})

test('a database newer than this version is a fault', async () => {
  write('0002-first.sql', 'create table public.first_thing ()')
  await migrate(url, { folder })
  rmSync(join(folder, '0002-first.sql'))
  await assert.rejects(migrate(url, { folder }), /0002-first\.sql, which this version of Portolan does not know/)
})

test('a gap, a number taken twice and a wrong name are faults before anything is applied', async () => {
  write('0003-third.sql', 'select 1')
  write('0003-third-again.sql', 'select 1')
  write('extra.sql', 'select 1')
  await assert.rejects(migrate(url, { folder }), (fault: Error) => {
    assert.match(fault.message, /0003-third-again\.sql should be number 0002/)
    assert.match(fault.message, /0003-third\.sql should be number 0004/)
    assert.match(fault.message, /extra\.sql is not named NNNN-name\.sql/)
    return true
  })
  assert.deepEqual(await ask("select to_regnamespace('platform')"), [[null]])
})

test('a file that fails leaves nothing of itself, and the fault says where', async () => {
  write('0002-half.sql', 'create table public.half ();\n\nselect nonsense;')
  await assert.rejects(
    migrate(url, { folder }),
    /migrations\/0002-half\.sql: column "nonsense" does not exist \(line 3\)/,
  )
  assert.deepEqual(await ask("select to_regclass('public.half'), max(number) from platform.migration"), [[null, 1]])
})

test('of runs at the same time one applies and the others find it done', async () => {
  write('0002-slow.sql', 'select pg_sleep(0.05)')
  const runs = await Promise.all([1, 2, 3, 4].map(() => migrate(url, { folder })))
  assert.deepEqual(runs.map(({ length }) => length).sort(), [0, 0, 0, 2])
})

test("a migration gives up on a lock it cannot get instead of standing in everybody's way", async () => {
  write('0002-timeout.sql', "create table public.seen as select current_setting('lock_timeout') as lock_timeout")
  await migrate(url, { folder })
  assert.deepEqual(await ask('select lock_timeout from public.seen'), [['5s']])
})
