import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tryOrders } from './random-orders.ts'

/** `npm run faults` tries a thousand; here a few, so that a break is seen where it is made. */
const runs = Number(process.env.PAYING_RUNS ?? 25)
const seed = Number(process.env.PAYING_SEED ?? 2026)

test('random orders of presses, payments, events, crashes and timeouts: money and receipts always fit, and everyone can go on', async () => {
  const seen = await tryOrders({ runs, seed, lanes: 1 })
  assert.equal(seen.receipts, runs)
})
