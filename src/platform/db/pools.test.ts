import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../../test/database.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { openPools } from './pools.ts'

let database: TestDatabase

before(async () => {
  database = await testDatabase({ portal: 1, worker: 1 })
})
after(() => database.drop())

test('a statement with parameters is prepared once and used again', async () => {
  const { portal } = database.pools
  for (const word of ['one', 'two']) {
    const { rows } = await sql<{ word: string }>`select ${word}::text as word`.execute(portal)
    assert.deepEqual(rows, [{ word }])
  }
  const { rows } = await sql<{ statement: string; uses: number }>`
    select statement, generic_plans + custom_plans as uses from pg_prepared_statements`.execute(portal)
  assert.deepEqual(
    rows.map(({ statement, uses }) => [statement, Number(uses)]),
    [['select $1::text as word', 2]],
  )
})

test('several statements without parameters go in one round trip', async () => {
  await database.pools.portal.connection().execute(async (connection) => {
    await sql.raw("begin; select set_config('portolan.account', 'abc', true)").execute(connection)
    const { rows } = await sql`select current_setting('portolan.account') as account`.execute(connection)
    assert.deepEqual(rows, [{ account: 'abc' }])
    await sql.raw('rollback').execute(connection)
  })
})

test('instants, days and whole numbers come back as they were given, alone and in arrays', async () => {
  const at = Temporal.Instant.from('2026-03-08T06:59:59.123456Z')
  const on = Temporal.PlainDate.from('2026-02-28')
  const { rows } = await sql<Record<string, unknown>>`
    select ${at}::timestamptz as at, ${on}::date as on, ${[at, null]}::timestamptz[] as ats, ${[on]}::date[] as ons,
      9007199254740991::bigint as large, array[1, 2]::bigint[] as many, null::date as none`.execute(
    database.pools.portal,
  )
  const [row] = rows
  assert.ok(row)
  assert.ok((row.at as Temporal.Instant).equals(at))
  assert.ok((row.on as Temporal.PlainDate).equals(on))
  assert.deepEqual((row.ats as unknown[]).map(String), [String(at), 'null'])
  assert.deepEqual((row.ons as unknown[]).map(String), [String(on)])
  assert.deepEqual([row.large, row.many, row.none], [Number.MAX_SAFE_INTEGER, [1, 2], null])
})

test('a number that JavaScript would round is a fault, not a wrong number', async () => {
  await assert.rejects(
    sql`select 9007199254740993::bigint`.execute(database.pools.portal),
    /beyond the safe whole numbers/,
  )
})

test('a connection that the server ends is reported, and the pool opens another', async () => {
  const faults: Error[] = []
  const pools = openPools(database.urls, { office: 1 }, (fault) => faults.push(fault))
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(pools.office)
  const administrator = openPools({ ...database.urls, owner: database.urls.superuser })
  await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(administrator.owner ?? pools.worker)
  while (faults.length === 0) await new Promise(setImmediate)
  assert.match(faults[0]?.message ?? '', /terminat/)
  assert.deepEqual((await sql`select 1 as one`.execute(pools.office)).rows, [{ one: 1 }])
  await Promise.all([pools.close(), administrator.close()])
})

test('each role has its own pool, with limits on statements and on idle transactions', async () => {
  for (const role of ['portal', 'office', 'worker'] as const) {
    const { rows } = await sql`
      select current_user as user, current_setting('application_name') as name,
        current_setting('statement_timeout') as statement,
        current_setting('idle_in_transaction_session_timeout') as idle
    `.execute(database.pools[role])
    assert.deepEqual(rows, [{ user: `portolan_${role}`, name: `portolan ${role}`, statement: '20s', idle: '30s' }])
  }
})
