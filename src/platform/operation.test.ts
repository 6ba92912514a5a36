import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testRequest, testServices } from '../../test/cast/services.ts'
import { recordEntry } from '../audit/index.ts'
import { visitor } from './actor.ts'
import type { Limit } from './attempts.ts'
import { type Operation, operation, type Performer, performerFor } from './operation.ts'

let database: TestDatabase
let performer: Performer

before(async () => {
  database = await testDatabase()
  performer = performerFor({ pool: database.pools.portal, services: await testServices(), record: recordEntry }, visitor, testRequest)
})
after(() => database.drop())

const entries = async (name: string) =>
  (await database.pools.owner?.selectFrom('audit.entry').selectAll().where('operation', '=', name).execute()) ?? []

const jobs = async () => database.pools.owner?.selectFrom('mail.queued').select('id').execute() ?? []

const fiveTries: Limit<string> = { name: 'test.tries', most: 5, withinSeconds: 60, of: ({ input }) => input }

const guess = (name: string, limit: Limit<string>): Operation<string, string, 'wrong'> =>
  operation({
    name,
    allow: () => true,
    limits: [limit],
    refusals: ['wrong'],
    run: async ({ enqueue, refuse }, input) => {
      await enqueue('mail.send', { mail: '00000000-0000-4000-8000-000000000000' })
      return input.startsWith('right') ? 'in' : refuse('wrong')
    },
  })

test('a refusal is returned, undoes what was written, and keeps its attempt and its audit entry', async () => {
  const result = await performer.perform(guess('test.refused', fiveTries), 'wrong-a')
  assert.deepEqual(result, { ok: false, refusal: 'wrong' })
  const kept = await entries('test.refused')
  assert.deepEqual(kept.map(({ outcome, refusal }) => ({ outcome, refusal })), [{ outcome: 'refused', refusal: 'wrong' }])
})

test('of 40 parallel tries exactly 5 are looked at, and all 40 are on record', async () => {
  const tried = guess('test.parallel', fiveTries)
  const results = await Promise.all(Array.from({ length: 40 }, () => performer.perform(tried, 'wrong-b')))
  const refusals = results.map((result) => (result.ok ? 'in' : result.refusal))
  assert.equal(refusals.filter((refusal) => refusal === 'wrong').length, 5)
  assert.equal(refusals.filter((refusal) => refusal === 'too-many-attempts').length, 35)
  assert.equal((await entries('test.parallel')).length, 40)
})

test('a limit on failures gives a success its place back', async () => {
  const tried = guess('test.forgiven', { ...fiveTries, name: 'test.forgiven', failuresOnly: true })
  for (let i = 0; i < 8; i += 1) assert.equal((await performer.perform(tried, 'right-c')).ok, true)
})

test('a fault undoes everything and leaves no audit entry', async () => {
  const broken = operation({
    name: 'test.broken',
    allow: () => true,
    refusals: [],
    run: async ({ enqueue }): Promise<string> => {
      await enqueue('mail.send', { mail: 'x' })
      throw new Error('broken on purpose')
    },
  })
  const before = (await jobs()).length
  await assert.rejects(performer.perform(broken, undefined), /broken on purpose/)
  assert.equal((await entries('test.broken')).length, 0)
  assert.equal((await jobs()).length, before)
})

test('who may not is refused before the work begins, and that is on record', async () => {
  let ran = false
  const closed = operation({
    name: 'test.closed',
    allow: (actor) => actor.kind === 'staff',
    refusals: [],
    run: async () => {
      ran = true
      return 'in'
    },
  })
  assert.deepEqual(await performer.perform(closed, undefined), { ok: false, refusal: 'not-allowed' })
  assert.equal(ran, false)
  assert.equal((await entries('test.closed'))[0]?.refusal, 'not-allowed')
})

test('a transaction carries no value that is not an id', async () => {
  const parts = { pool: database.pools.portal, services: await testServices(), record: recordEntry }
  const forged = performerFor(parts, { kind: 'account', id: "x', true); drop table audit.entry; --", roles: [], sessionId: null }, testRequest)
  await assert.rejects(forged.perform(guess('test.forged', fiveTries), 'right-d'), /cannot carry this account/)
})
