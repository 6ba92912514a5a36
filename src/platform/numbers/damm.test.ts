import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dammDigit, dammFits } from './damm.ts'

test('the published example: 572 has the check digit 4', () => {
  assert.equal(dammDigit('572'), '4')
  assert.ok(dammFits('5724'))
})

test('the table is a quasigroup with a zero diagonal and no two neighbours that may be swapped', () => {
  const after = (digits: string) => dammDigit(digits)
  const digits = [...'0123456789']
  // Reached by a prefix that ends in each interim digit: '' gives 0, and one digit reaches the others.
  const prefixes = ['', ...digits]
  assert.equal(new Set(prefixes.map(after)).size, 10)
  for (const prefix of prefixes) {
    assert.equal(new Set(digits.map((digit) => after(prefix + digit))).size, 10)
    assert.equal(after(prefix + after(prefix)), '0')
    for (const a of digits) {
      for (const b of digits) if (a !== b) assert.notEqual(after(prefix + a + b), after(prefix + b + a))
    }
  }
})
