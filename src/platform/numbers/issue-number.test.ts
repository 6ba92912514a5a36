import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { permutation } from './issue-number.ts'

const key = createHash('sha256').update('a number key').digest()

test('over a whole small domain every number comes out exactly once, none with a leading 0', () => {
  const { first, at } = permutation(key, 5)
  const seen = new Uint8Array(100_000)
  for (let place = 0; place < 90_000; place += 1) {
    const number = Number(at(first + BigInt(place)))
    assert.ok(number >= 10_000, 'starts with 0')
    assert.equal(seen[number], 0, `${number} came twice`)
    seen[number] = 1
  }
})

test('the place in the sequence can be found again', () => {
  const { first, last, at, sequenceOf } = permutation(key, 9)
  for (const sequence of [first, first + 1n, 512_345_678n, last - 1n, last]) {
    assert.equal(sequenceOf(at(sequence)), sequence)
  }
})

test('outside the sequence no number is made', () => {
  const { first, last, at } = permutation(key, 9)
  for (const sequence of [0n, 1n, -1n, first - 1n, last + 1n]) assert.throws(() => at(sequence), RangeError)
})

test('another key makes other numbers', () => {
  const other = permutation(createHash('sha256').update('another').digest(), 9)
  assert.notEqual(permutation(key, 9).at(100_000_000n), other.at(100_000_000n))
})
