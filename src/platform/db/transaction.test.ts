import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { systemActor, visitor } from '../actor.ts'
import { insertQueuedMail } from '../mail/mail-store.ts'
import { newId } from '../ids.ts'
import { compiledOnce, sendText } from './compiled-once.ts'
import { asActor, type Tx, unawaited } from './transaction.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase({ portal: 1, worker: 1 })
})
after(() => database.drop())

const sealed = Buffer.from('sealed')
const queue = (tx: Tx, id: string) =>
  insertQueuedMail(tx, {
    id,
    kind: 'test.kind',
    person: 'nobody',
    language: 'en',
    to_sealed: sealed,
    values_sealed: sealed,
    address_hash: 'test:hash-of-an-address',
    queued_at: Temporal.Instant.from('2026-01-02T03:04:05Z'),
  })

const isKept = async (id: string) =>
  (await database.pools.owner?.selectFrom('mail.queued').select('id').where('id', '=', id).execute())?.length === 1

test('the commit goes with the last statement, and what the work wrote is there', async () => {
  const id = newId()
  const result = await asActor(
    database.pools.portal,
    visitor,
    {},
    async (tx) => {
      await queue(tx, id)
      return 'done'
    },
    async (tx) => void (await sendText(tx, 'select $1::int', [1])),
  )
  assert.equal(result, 'done')
  assert.equal(await isKept(id), true)
})

test('a last statement that fails undoes the work, though the commit left with it', async () => {
  const id = newId()
  const ending = asActor(database.pools.portal, visitor, {}, (tx) => queue(tx, id), async (tx) => {
    await sendText(tx, 'select 1 / $1::int', [0])
  })
  await assert.rejects(ending, /division by zero/)
  assert.equal(await isKept(id), false)
})

test('a last statement with a value that may not be written keeps the commit back', async () => {
  const id = newId()
  const circular: { self?: unknown } = {}
  circular.self = circular
  const ending = asActor(database.pools.portal, visitor, {}, (tx) => queue(tx, id), async (tx) => {
    await sendText(tx, 'select $1::json', [circular])
  })
  await assert.rejects(ending, /plain values only/)
  assert.equal(await isKept(id), false)
})

test('a fault that the work swallowed does not pass for success: what it wrote is undone, and that is told', async () => {
  const id = newId()
  const ending = asActor(database.pools.portal, visitor, {}, async (tx) => {
    await queue(tx, id)
    await sendText(tx, 'select 1 / $1::int', [0]).catch(() => undefined)
  })
  await assert.rejects(ending, /transaction was undone/)
  assert.equal(await isKept(id), false)
})

test('without a last statement, or with one that sends nothing, the commit still comes', async () => {
  const [one, other] = [newId(), newId()]
  await asActor(database.pools.portal, visitor, {}, (tx) => queue(tx, one))
  await asActor(database.pools.portal, visitor, {}, (tx) => queue(tx, other), async () => undefined)
  assert.deepEqual([await isKept(one), await isKept(other)], [true, true])
})

test('a statement that nobody waits for is there when the transaction has ended, and undoes it when it fails', async () => {
  const [one, other] = [newId(), newId()]
  const last = async (tx: Tx) => void (await sendText(tx, 'select $1::int', [1]))
  await asActor(database.pools.portal, visitor, {}, (tx) => unawaited(tx, queue(tx, one)), last)
  assert.equal(await isKept(one), true)
  const failing = async (tx: Tx) => {
    await queue(tx, other)
    await unawaited(tx, sendText(tx, 'select 1 / $1::int', [0]))
  }
  await assert.rejects(asActor(database.pools.portal, visitor, {}, failing, last), /division by zero/)
  assert.equal(await isKept(other), false)
  await assert.rejects(asActor(database.pools.portal, visitor, {}, failing), /division by zero/)
  assert.equal(await isKept(other), false)
})

test('where there is no transaction of ours a statement is waited for as ever', async () => {
  const failing = () => unawaited(database.pools.portal, sendText(database.pools.portal, 'select 1 / $1::int', [0]))
  await assert.rejects(failing(), /division by zero/)
})

test('a statement after the last one is refused: it would run in no transaction, as nobody', async () => {
  const ending = asActor(database.pools.portal, visitor, {}, async () => undefined, async (tx) => {
    await sendText(tx, 'select $1::int', [1])
    await sendText(tx, 'select $1::int', [2])
  })
  await assert.rejects(ending, /transaction has ended/)
})

test('statements given in one breath are worked in their order, each with its own answer', async () => {
  const id = newId()
  const seen = await asActor(database.pools.worker, systemActor('test'), {}, (tx) =>
    Promise.all([
      queue(tx, id),
      tx.selectFrom('mail.queued').select('kind').where('id', '=', id).execute(),
      tx.updateTable('mail.queued').set({ kind: 'test.other' }).where('id', '=', id).executeTakeFirst(),
      tx.selectFrom('mail.queued').select('kind').where('id', '=', id).execute(),
    ]),
  )
  assert.deepEqual([seen[1], seen[2].numUpdatedRows, seen[3]], [[{ kind: 'test.kind' }], 1n, [{ kind: 'test.other' }]])
})

test('a beginning that fails is told as what it is, and nothing is done as anybody else', async () => {
  const id = newId()
  const ending = asActor(database.pools.worker, systemActor('test'), { gate: true }, (tx) => queue(tx, id))
  await assert.rejects(ending, /set role/)
  assert.equal(await isKept(id), false)
})

test('after a fault the same connection works the next transaction, and the same statements', async () => {
  const divide = (tx: Tx, by: number) => sendText<{ made: number }>(tx, 'select 6 / $1::int as made', [by])
  const run = (by: number) => asActor(database.pools.portal, visitor, {}, (tx) => divide(tx, by))
  assert.deepEqual(await run(2), [{ made: 3 }])
  await assert.rejects(run(0), /division by zero/)
  assert.deepEqual(await run(3), [{ made: 2 }])
})

test('a query compiled once takes new values each time: texts, numbers, nothing, bytes, instants and lists', async () => {
  let built = 0
  interface Given {
    text: string | null
    number: number
    bytes: Buffer
    at: Temporal.Instant
    list: readonly string[]
  }
  const echo = compiledOnce<Given, Given>((_, { text, number, bytes, at, list }) => {
    built += 1
    return sql<Given>`select ${text}::text as text, ${number}::int as number, ${bytes}::bytea as bytes,
      ${at}::timestamptz as at, ${list}::text[] as list`
  })
  const at = Temporal.Instant.from('2026-01-02T03:04:05Z')
  for (const given of [
    { text: 'one', number: 1, bytes: Buffer.from('a'), at, list: ['a', 'b'] },
    { text: null, number: -2, bytes: Buffer.alloc(0), at: at.add({ hours: 1 }), list: [] },
  ]) {
    const [row] = await echo(database.pools.portal, given)
    assert.deepEqual({ ...row, at: String(row?.at) }, { ...given, at: String(given.at) })
  }
  assert.equal(built, 1)
})
