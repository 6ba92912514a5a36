import assert from 'node:assert/strict'
import { test } from 'node:test'
import { receiptsSeen } from './receipts-seen.ts'

test('of three hundred thousand receipt numbers each is known from its second time on, by the line of its first', () => {
  const seen = receiptsSeen()
  const numberOf = (index: number) => `${['IOE', 'EAC', 'ZZZ'][index % 3]}${String(9_000_000_000 + Math.floor(index / 3)).padStart(10, '0')}`
  for (let index = 0; index < 300_000; index += 1) assert.equal(seen.first(numberOf(index), index + 2), null)
  for (let index = 0; index < 300_000; index += 1) assert.equal(seen.first(numberOf(index), 999_999), index + 2)
})

test('the smallest and the largest number are two numbers', () => {
  const seen = receiptsSeen()
  assert.equal(seen.first('AAA0000000000', 2), null)
  assert.equal(seen.first('ZZZ9999999999', 3), null)
  assert.equal(seen.first('AAB0000000000', 4), null)
  assert.equal(seen.first('AAA0000000000', 5), 2)
  assert.equal(seen.first('ZZZ9999999999', 5), 3)
})
