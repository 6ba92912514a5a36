import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testKeys, testNow } from '../../test/cast/services.ts'
import { visitor } from '../platform/actor.ts'
import { asActor } from '../platform/db/transaction.ts'
import { recordEntry, sealEntries, verifyRecord } from './index.ts'

const keys = testKeys()
const now = Temporal.Instant.from(testNow)
const databases: TestDatabase[] = []
let database: TestDatabase

beforeEach(async () => {
  database = await testDatabase()
  databases.push(database)
})
after(() => Promise.all(databases.map((each) => each.drop())))

const record = (operation: string) =>
  asActor(database.pools.portal, visitor, {}, (tx) =>
    recordEntry(tx, { operation, actor: visitor, at: now, outcome: 'done', refusal: null, requestId: 'r', detail: { n: 1 } }),
  )

const seal = () => sealEntries(database.pools.worker, keys, now)
const verify = () => verifyRecord(database.pools.worker, keys)
const asAdministrator = (statement: string) => sql.raw(statement).execute(database.pools.owner as never)

test('entries are sealed in order and the chain verifies', async () => {
  for (const name of ['a', 'b', 'c']) await record(name)
  assert.equal((await verify()).unsealed, 3)
  assert.equal((await seal())?.position, 3)
  await record('d')
  assert.equal((await seal())?.position, 4)
  assert.deepEqual(await verify(), { sealed: 4, unsealed: 0, tail: null, faults: [] })
  assert.equal(await seal(), null)
})

test('the chain goes on past its tenth link, sealing by sealing', async () => {
  for (let i = 0; i < 12; i += 1) {
    await record(`n${i}`)
    assert.equal((await seal())?.position, i + 1)
  }
  assert.deepEqual(await verify(), { sealed: 12, unsealed: 0, tail: null, faults: [] })
})

test('an entry that an administrator edits is found', async () => {
  for (const name of ['a', 'b', 'c']) await record(name)
  await seal()
  await asAdministrator("update audit.entry set operation = 'x' where operation = 'b'")
  assert.deepEqual((await verify()).faults, [{ position: 2, fault: 'entry-changed' }])
})

test('an entry that an administrator removes is found', async () => {
  for (const name of ['a', 'b']) await record(name)
  await seal()
  await asAdministrator("delete from audit.entry where operation = 'a'")
  assert.deepEqual((await verify()).faults, [{ position: 1, fault: 'entry-removed' }])
})

test('a chain drawn anew without the signing key is found by its heads', async () => {
  await record('a')
  await sealEntries(database.pools.worker, testKeys(), now)
  assert.deepEqual((await verify()).faults, [{ position: 1, fault: 'head-not-signed-by-us' }])
})

test('a chain drawn anew and signed with the stolen key is found by a head that was shipped out before', async () => {
  for (const name of ['a', 'b']) await record(name)
  const shipped = await seal()
  assert.ok(shipped)
  await asAdministrator("update audit.entry set operation = 'x' where operation = 'a'")
  await asAdministrator('insert into audit.unsealed (ordinal, entry_id, entry_at) select ordinal, id, at from audit.entry')
  await asAdministrator('delete from audit.link')
  await asAdministrator('delete from audit.signed_head')
  await seal()
  assert.deepEqual((await verify()).faults, [], 'within the database nothing shows it')
  assert.deepEqual((await verifyRecord(database.pools.worker, keys, [shipped])).faults, [{ position: 2, fault: 'shipped-head-differs' }])
})

test('the unsealed tail is named by its first and last instant', async () => {
  await record('a')
  assert.deepEqual((await verify()).tail, { from: now, until: now })
  await seal()
  assert.equal((await verify()).tail, null)
})

test('two sealers at once draw one chain', async () => {
  for (let i = 0; i < 30; i += 1) await record(`n${i}`)
  await Promise.all([seal(), seal(), seal()])
  await seal()
  assert.deepEqual(await verify(), { sealed: 30, unsealed: 0, tail: null, faults: [] })
})

for (const role of ['portal', 'office', 'worker'] as const) {
  test(`the ${role} role can neither change nor delete nor slip in an entry`, async () => {
    await record('a')
    const pool = database.pools[role]
    for (const statement of [
      "update audit.entry set operation = 'x'",
      'delete from audit.entry',
      "insert into audit.entry (at, operation, actor_kind, outcome) values (now(), 'x', 'visitor', 'done')",
      'truncate audit.entry',
    ]) {
      await assert.rejects(sql.raw(statement).execute(pool), /permission denied/)
    }
  })
}
