import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseANumber, showANumber } from './a-number.ts'

test('seven to nine digits, with or without the A, are one number filled up to nine', () => {
  for (const typed of ['A012345678', 'a12345678', '12345678', 'A# 012-345-678', ' A 12 345 678 ']) {
    assert.deepEqual(parseANumber(typed), { ok: true, number: 'A012345678' }, typed)
  }
  assert.deepEqual(parseANumber('A1234567'), { ok: true, number: 'A001234567' })
})

test('it is shown in groups of three', () => {
  assert.equal(showANumber('A012345678'), 'A012-345-678')
})

test('a number of another kind is recognised, anything else is no A-Number', () => {
  assert.deepEqual(parseANumber('IOE9012345677'), { ok: false, error: 'looks-like-receipt' })
  assert.deepEqual(parseANumber('4821 0937 5523'), { ok: false, error: 'looks-like-online-account-number' })
  for (const typed of ['', 'A', 'A123456', 'A1234567890', 'B12345678', 'AA12345678', 'none']) {
    assert.deepEqual(parseANumber(typed), { ok: false, error: 'not-an-a-number' }, typed)
  }
})

test('no text makes the reader throw, and what it accepts has the one shape', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const parsed = parseANumber(typed)
      assert.ok(!parsed.ok || /^A[0-9]{9}$/.test(parsed.number))
    }),
  )
})
