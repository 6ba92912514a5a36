import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openKeys } from '../platform/crypto/keys.ts'
import { dammFits } from '../platform/numbers/damm.ts'
import { numberFaults } from '../platform/numbers/number-faults.ts'
import {
  issueOnlineAccountNumber,
  onlineAccountSequence,
  parseOnlineAccountNumber,
  showOnlineAccountNumber,
} from './online-account-number.ts'

const fixed = (byte: number) => Buffer.alloc(32, byte)
const keys = openKeys({ masterKeys: [{ id: 'k1', secret: fixed(1) }], current: 'k1', numberKey: fixed(2) })
const issue = (place: number) => issueOnlineAccountNumber(keys, onlineAccountSequence.first + BigInt(place))
const errorOf = (typed: string) => {
  const parsed = parseOnlineAccountNumber(typed)
  return parsed.ok ? undefined : parsed.error
}

test('a hundred thousand numbers: none twice, no pattern, every wrong digit and every swap of neighbours caught', () => {
  assert.deepEqual(numberFaults({ count: 100_000, issue, fits: dammFits }), {
    numbers: 100_000,
    duplicates: 0,
    leadingZeros: 0,
    missedDigitErrors: 0,
    missedSwaps: 0,
    unevenPlaces: [],
    followingPlaces: [],
  })
})

test('a number is 12 digits, is the same for the same place for ever, and another deployment makes others', () => {
  assert.match(issue(0), /^[1-9][0-9]{11}$/)
  const rotated = openKeys({ masterKeys: [{ id: 'k2', secret: fixed(9) }], current: 'k2', numberKey: fixed(2) })
  assert.equal(issueOnlineAccountNumber(rotated, onlineAccountSequence.first), issue(0))
  const elsewhere = openKeys({ masterKeys: [{ id: 'k1', secret: fixed(1) }], current: 'k1', numberKey: fixed(3) })
  assert.notEqual(issueOnlineAccountNumber(elsewhere, onlineAccountSequence.first), issue(0))
})

test('both ends of the sequence give a number, beyond them none', () => {
  assert.match(issueOnlineAccountNumber(keys, onlineAccountSequence.last), /^[1-9][0-9]{11}$/)
  assert.throws(() => issue(-1), RangeError)
  assert.throws(() => issueOnlineAccountNumber(keys, onlineAccountSequence.last + 1n), RangeError)
})

test('a number is shown in groups of four, and read however it is spaced', () => {
  const number = issue(7)
  assert.match(showOnlineAccountNumber(number), /^\d{4} \d{4} \d{4}$/)
  const dashed = showOnlineAccountNumber(number).replaceAll(' ', '-')
  for (const typed of [number, showOnlineAccountNumber(number), dashed, ` ${[...number].join(' ')}\n`]) {
    assert.deepEqual(parseOnlineAccountNumber(typed), { ok: true, number })
  }
})

test('every wrong digit and every swap of neighbours is refused by the reader', () => {
  const number = issue(3)
  for (let at = 0; at < 12; at += 1) {
    const wrong = (Number(number[at]) + 1) % 10
    assert.equal(errorOf(number.slice(0, at) + wrong + number.slice(at + 1)), 'check-digit')
  }
  assert.equal(errorOf('000000000000'), 'check-digit')
})

test('a number of another kind is recognised', () => {
  assert.equal(errorOf('IOE9012345677'), 'looks-like-receipt')
  assert.equal(errorOf('eac-99*123*45678'), 'looks-like-receipt')
  assert.equal(errorOf('A012-345-678'), 'looks-like-a-number')
  assert.equal(errorOf('a1234567'), 'looks-like-a-number')
  assert.equal(errorOf('12345'), 'wrong-length')
  assert.equal(errorOf('1'.repeat(13)), 'wrong-length')
  for (const typed of ['', ' ', 'maria', '4821 0937 552x', '<b>', '1'.repeat(5000)]) {
    assert.equal(errorOf(typed), 'not-a-number', typed)
  }
})

test('no text makes the reader throw, and what it accepts is 12 digits', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d\s-]{10,16}$/)), (typed) => {
      const parsed = parseOnlineAccountNumber(typed)
      assert.ok(!parsed.ok || /^[1-9][0-9]{11}$/.test(parsed.number))
    }),
  )
})
