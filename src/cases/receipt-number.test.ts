import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openKeys } from '../platform/crypto/keys.ts'
import { dammFits } from '../platform/numbers/damm.ts'
import { numberFaults } from '../platform/numbers/number-faults.ts'
import { issueReceiptNumber, parseReceiptNumber, receiptNumberEnding, receiptSequence } from './receipt-number.ts'

const fixed = (byte: number) => Buffer.alloc(32, byte)
const keys = openKeys({ masterKeys: [{ id: 'k1', secret: fixed(1) }], current: 'k1', numberKey: fixed(2) })
const issue = (place: number) => issueReceiptNumber(keys, receiptSequence.first + BigInt(place))
const errorOf = (typed: string, prefixes?: string[]) => {
  const parsed = parseReceiptNumber(typed, prefixes)
  return parsed.ok ? undefined : parsed.error
}

test('a hundred thousand receipt numbers: none twice, no pattern, wrong digits and swaps caught', () => {
  const report = numberFaults({ count: 100_000, issue: (place) => issue(place).slice(3), fits: dammFits })
  assert.deepEqual(report, {
    numbers: 100_000,
    duplicates: 0,
    leadingZeros: 0,
    missedDigitErrors: 0,
    missedSwaps: 0,
    unevenPlaces: [],
    followingPlaces: [],
  })
})

test('a receipt number issued here is IOE and ten digits, and is read as itself', () => {
  assert.match(issue(0), /^IOE[1-9][0-9]{9}$/)
  assert.deepEqual(parseReceiptNumber(issue(0)), { ok: true, number: issue(0) })
  assert.equal(receiptNumberEnding(issue(0)), issue(0).slice(-4))
})

test('both ends of the sequence give a number, beyond them none', () => {
  assert.match(issueReceiptNumber(keys, receiptSequence.last), /^IOE/)
  assert.throws(() => issue(-1), RangeError)
  assert.throws(() => issueReceiptNumber(keys, receiptSequence.last + 1n), RangeError)
})

test('lower case, spaces, dashes and asterisks are forgiven', () => {
  for (const typed of [
    'eac9999103403',
    'EAC-99-991-03403',
    ' EAC 99 991 03403 ',
    'EAC*99*991*03403',
    '*EAC9999103403*',
  ]) {
    assert.deepEqual(parseReceiptNumber(typed), { ok: true, number: 'EAC9999103403' }, typed)
  }
})

test('the check digit is never asked of input, because numbers from elsewhere have none', () => {
  const number = issue(0)
  const other = number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10)
  assert.deepEqual(parseReceiptNumber(other), { ok: true, number: other })
})

test('only known prefixes are taken, those a pack adds too', () => {
  assert.equal(errorOf('XYZ1234567890'), 'unknown-prefix')
  assert.equal(errorOf('XYZ1234567890', ['IOE', 'XYZ']), undefined)
})

test('a number of another kind is recognised, anything else is no receipt number', () => {
  assert.equal(errorOf('4821 0937 5523'), 'looks-like-online-account-number')
  assert.equal(errorOf('A012345678'), 'looks-like-a-number')
  for (const typed of ['', 'IOE', 'IOE123', 'IOE12345678901', 'ſOE1234567890x', "IOE1' or 1=1", 'x'.repeat(9999)]) {
    assert.equal(errorOf(typed), 'not-a-receipt-number', typed)
  }
})

test('no text makes the reader throw, and what it accepts has the one shape', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-zIOE*\d -]{10,18}$/)), (typed) => {
      const parsed = parseReceiptNumber(typed)
      assert.ok(!parsed.ok || /^[A-Z]{3}[0-9]{10}$/.test(parsed.number))
    }),
  )
})
