import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paymentStates } from '../../src/filing/payment/payment.ts'
import { tryOrders } from '../paying/random-orders.ts'

const runs = 1000 * Number(process.env.FAULT_RUNS ?? 1)
const seed = Number(process.env.FAULT_SEED ?? 2026)

test(`${runs} random orders of presses, payments, events, crashes and timeouts: money and receipts always fit, and everyone can go on`, async () => {
  const seen = await tryOrders({ runs, seed, lanes: 2 })
  console.log(`seed ${seed}; seen: ${Object.entries(seen).map(([what, times]) => `${what} ${times}`).join(', ')}`)
  assert.equal(seen.receipts, runs)
  // A state that chance never came to is one that nothing was proved of. Refused for good, nobody's provider is here.
  for (const state of paymentStates) if (state !== 'failed') assert.ok((seen[state] ?? 0) > 0, `a payment stood at “${state}”`)
})
