import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wrongCodeCounted } from './wrong-codes.ts'

const first = Temporal.Instant.from('2026-11-23T15:00:00Z')
const counted = (wrong: number, now: Temporal.Instant) =>
  wrongCodeCounted({ wrong_codes: wrong, wrong_codes_since: first, codes_wait_until: null }, now)

/** Instants as text: to `deepEqual` any two of them are the same. */
const told = ({ wrong_codes, wrong_codes_since, codes_wait_until }: ReturnType<typeof wrongCodeCounted>) => [
  wrong_codes,
  String(wrong_codes_since),
  String(codes_wait_until),
]

test('wrong codes count for a day from the first of them, to the second', () => {
  assert.deepEqual(told(counted(29, first.add({ seconds: 86_399 }))), [0, 'null', '2026-11-24T15:59:59Z'])
  assert.deepEqual(told(counted(29, first.add({ seconds: 86_400 }))), [1, '2026-11-24T15:00:00Z', 'null'])
})

test('the twenty-ninth makes nobody wait', () => {
  assert.deepEqual(told(counted(28, first)), [29, String(first), 'null'])
})
