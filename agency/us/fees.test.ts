import assert from 'node:assert/strict'
import { test } from 'node:test'
import { form as i90 } from './forms/i-90/2025-01-20/form.ts'
import { form as i765 } from './forms/i-765/2025-08-21/form.ts'
import { fees } from './fees.ts'

const dueOn = (code: string, channel: string, day: string) =>
  fees.filter(
    (fee) =>
      fee.code === code &&
      fee.channel === channel &&
      fee.from <= day &&
      (fee.until === null || day <= fee.until) &&
      !fee.suspended,
  )

test('on any day at most one amount is in force for a code and a channel', () => {
  for (const { code, channel, from } of fees) assert.equal(dueOn(code, channel, from).length, 1, `${code} ${channel}`)
})

test('every fee that Form I-90 names has an amount online and on paper, and 50 dollars less online', () => {
  for (const { code } of i90.fees) {
    const [here] = dueOn(code, 'online', '2026-11-23')
    const [mailed] = dueOn(code, 'paper', '2026-11-23')
    assert.deepEqual([here?.amountCents, mailed?.amountCents], [41_500, 46_500])
  }
})

test('the filing fee of Form I-765 is 50 dollars less online; the amounts of the statute are the same both ways', () => {
  const both = (code: string) => ['online', 'paper'].map((channel) => dueOn(code, channel, '2026-11-23')[0]?.amountCents)
  assert.deepEqual(both('i-765-filing'), [47_000, 52_000])
  for (const { code } of i765.fees) {
    const [here, mailed] = both(code)
    assert.ok(here !== undefined, code)
    if (code !== 'i-765-filing') assert.equal(here, mailed, code)
  }
})

test('amounts are whole cents above zero and every entry names its source', () => {
  for (const fee of fees) {
    assert.ok(Number.isInteger(fee.amountCents) && fee.amountCents > 0, fee.code)
    assert.ok(fee.source)
    assert.doesNotThrow(() => Temporal.PlainDate.from(fee.from))
  }
})
