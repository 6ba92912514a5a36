import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { dammDigit, dammFits } from './damm.ts'
import { permutation } from './issue-number.ts'
import { type NumberRun, numberFaults } from './number-faults.ts'

const { first, at } = permutation(createHash('sha256').update('a number key').digest(), 9)
const sound: NumberRun = {
  count: 2_000,
  issue: (place) => at(first + BigInt(place)) + dammDigit(at(first + BigInt(place))),
  fits: dammFits,
}

test('numbers without fault are reported without fault', () => {
  assert.deepEqual(numberFaults(sound), {
    numbers: 2_000,
    duplicates: 0,
    leadingZeros: 0,
    missedDigitErrors: 0,
    missedSwaps: 0,
    unevenPlaces: [],
    followingPlaces: [],
  })
})

test('doubles, leading zeros, blind checks and numbers that follow the sequence are all found', () => {
  assert.equal(numberFaults({ ...sound, issue: (place) => sound.issue(Math.floor(place / 2)) }).duplicates, 1_000)
  assert.equal(numberFaults({ ...sound, issue: (place) => `0${sound.issue(place)}` }).leadingZeros, 2_000)
  const sumOfDigits = (number: string) => Array.from(number, Number).reduce((sum, digit) => sum + digit, 0) % 10 === 0
  const weak = numberFaults({ ...sound, fits: sumOfDigits })
  assert.ok(weak.missedDigitErrors + weak.missedSwaps > 0)
  const plain = numberFaults({ ...sound, issue: (place) => String(1_000_000_000 + place) })
  assert.deepEqual([plain.unevenPlaces.includes(2), plain.followingPlaces.includes(9)], [true, true])
})
