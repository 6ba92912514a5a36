import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wrongCodeCounted } from './wrong-codes.ts'

const first = Temporal.Instant.from('2026-11-23T15:00:00Z')
const afterSo = (wrong: number) => ({ wrong_codes: wrong, wrong_codes_since: first, codes_wait_until: null })

test('wrong codes count for a day from the first of them, to the second', () => {
  const lastSecond = first.add({ seconds: 86_399 })
  assert.deepEqual(wrongCodeCounted(afterSo(29), lastSecond), {
    wrong_codes: 0,
    wrong_codes_since: null,
    codes_wait_until: lastSecond.add({ seconds: 3600 }),
  })
  const nextDay = first.add({ seconds: 86_400 })
  assert.deepEqual(wrongCodeCounted(afterSo(29), nextDay), { wrong_codes: 1, wrong_codes_since: nextDay, codes_wait_until: null })
})

test('the twenty-ninth makes nobody wait', () => {
  assert.deepEqual(wrongCodeCounted(afterSo(28), first), afterSo(29))
})
