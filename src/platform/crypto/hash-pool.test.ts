import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPool, overloaded } from './hash-pool.ts'

/** Work that ends when it is told to. */
const gate = () => {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  return { work: () => promise, resolve, reject }
}

test('no more run at once than allowed, the rest wait in order, and beyond that the answer is “overloaded” at once', async () => {
  const pool = hashPool({ atOnce: 2, waitingMax: 2 })
  const gates = [gate(), gate(), gate(), gate()]
  const results = gates.map(({ work }) => pool.run(work))
  assert.deepEqual(pool.load(), { running: 2, waiting: 2 })
  assert.equal(await pool.run(async () => 'never'), overloaded)
  gates[1]?.resolve('second')
  assert.equal(await results[1], 'second')
  assert.deepEqual(pool.load(), { running: 2, waiting: 1 })
  for (const [at, { resolve }] of gates.entries()) resolve(`number ${at}`)
  assert.deepEqual(await Promise.all(results), ['number 0', 'second', 'number 2', 'number 3'])
  assert.deepEqual(pool.load(), { running: 0, waiting: 0 })
})

test('work that fails gives its place back', async () => {
  const pool = hashPool({ atOnce: 1, waitingMax: 1 })
  const failing = gate()
  const first = pool.run(failing.work)
  const second = pool.run(async () => 'second')
  failing.reject(new Error('out of memory'))
  await assert.rejects(first, /out of memory/)
  assert.equal(await second, 'second')
  assert.equal(await pool.run(async () => 'third'), 'third')
})

test('a place is taken before the work and holds the line closed until it is left, used or not', async () => {
  const pool = hashPool({ atOnce: 1, waitingMax: 1 })
  const [first, second] = [pool.admit(), pool.admit()]
  assert.ok(!('overloaded' in first) && !('overloaded' in second))
  assert.equal(pool.admit(), overloaded)
  assert.equal(await pool.run(async () => 'never'), overloaded)
  assert.equal(await first.run(async () => 'once'), 'once')
  assert.equal(await first.run(async () => 'and again'), 'and again')
  assert.equal(pool.admit(), overloaded)
  first.leave()
  first.leave()
  assert.equal(await pool.run(async () => 'there is one place'), 'there is one place')
  second.leave()
  assert.deepEqual(pool.load(), { running: 0, waiting: 0 })
})
