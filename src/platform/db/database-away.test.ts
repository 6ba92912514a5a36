import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Client } from 'pg'
import { freePort } from '../../../test/cast/submit-portal.ts'
import { testDatabase } from '../../../test/database.ts'
import { isDatabaseAway } from './database-away.ts'
import { openPool } from './pools.ts'

const faultOf = (work: Promise<unknown>) => work.then(() => assert.fail('it went well'), (fault: unknown) => fault)

test('a database that nobody serves is away', async () => {
  const pool = openPool(`postgres://nobody@127.0.0.1:${await freePort()}/none`, 'test', 1, () => {})
  assert.ok(isDatabaseAway(await faultOf(sql`select 1`.execute(pool))))
  await pool.destroy()
})

test('so is one that ends the connection in the middle of a statement', async () => {
  const database = await testDatabase()
  const superuser = new Client({ connectionString: database.urls.superuser })
  await superuser.connect()
  const asked = faultOf(sql`select pg_sleep(20), 'away-test'`.execute(database.pools.portal))
  for (let ended = 0; ended === 0; ) {
    const { rowCount } = await superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename <> current_user and query like '%away-test%'`,
      [database.name],
    )
    ended = rowCount ?? 0
  }
  assert.ok(isDatabaseAway(await asked))
  await superuser.end()
  await database.drop()
})

test('a statement that the database refuses is no such thing', async () => {
  const database = await testDatabase()
  assert.ok(!isDatabaseAway(await faultOf(sql`select 1 / 0`.execute(database.pools.portal))))
  assert.ok(!isDatabaseAway(await faultOf(sql`select * from nothing_here`.execute(database.pools.portal))))
  assert.ok(!isDatabaseAway(new Error('something else')))
  await database.drop()
})
