import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayIn, fixedClock } from './clock.ts'

test('a fixed clock stands still until it is moved', () => {
  const clock = fixedClock('2026-03-01T09:00:00Z')
  assert.ok(clock.now().equals(clock.now()))
  clock.advance({ minutes: 10 })
  assert.equal(clock.now().toString(), '2026-03-01T09:10:00Z')
  clock.advance('PT24H')
  assert.equal(clock.now().toString(), '2026-03-02T09:10:00Z')
  clock.set('2026-01-01T00:00:00Z')
  assert.equal(clock.now().toString(), '2026-01-01T00:00:00Z')
})

test('a day as text is a day of the calendar, in ten characters and no other way', () => {
  assert.equal(dayIn('2028-02-29')?.toString(), '2028-02-29')
  for (const text of ['2027-02-29', '2026-3-1', '20260301', '2026-03-01T09:00', '+002026-03-01', 'yesterday', '']) assert.equal(dayIn(text), null)
})
