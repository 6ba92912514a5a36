import assert from 'node:assert/strict'
import { test } from 'node:test'
import { issueOnlineAccountNumber, onlineAccountSequence } from '../../src/accounts/online-account-number.ts'
import { openKeys } from '../../src/platform/crypto/keys.ts'
import { dammFits } from '../../src/platform/numbers/damm.ts'
import { numberFaults } from '../../src/platform/numbers/number-faults.ts'

const count = 1_000_000 * Number(process.env.FAULT_RUNS ?? 1)
const fixed = (byte: number) => Buffer.alloc(32, byte)
// The same deployment each time: another one's digits are another throw of the dice.
const keys = openKeys({ masterKeys: [{ id: 'k1', secret: fixed(1) }], current: 'k1', numberKey: fixed(2) })

test(`${count} account numbers: none twice, no pattern, every wrong digit and every swap of neighbours caught`, () => {
  const issue = (place: number) => issueOnlineAccountNumber(keys, onlineAccountSequence.first + BigInt(place))
  assert.deepEqual(numberFaults({ count, issue, fits: dammFits }), {
    numbers: count,
    duplicates: 0,
    leadingZeros: 0,
    missedDigitErrors: 0,
    missedSwaps: 0,
    unevenPlaces: [],
    followingPlaces: [],
  })
})
