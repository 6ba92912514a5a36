import assert from 'node:assert/strict'
import type { FixedClock } from '../../src/platform/clock.ts'

export interface Counted {
  most: number
  withinSeconds: number
  /** Minutes between two presses, so that a shorter window of the same thing is not what stops them. */
  paceMinutes?: number
}

/**
 * So many presses are let through and the next is not; nor is one in the last second of the window; the first of the
 * next window is. Whoever raises the number, shortens the window or takes the limit away turns this red.
 * @param press presses once; false where the limit stopped it
 */
export async function holds(
  clock: FixedClock,
  { most, withinSeconds, paceMinutes = 0 }: Counted,
  press: () => Promise<boolean>,
): Promise<void> {
  const length = withinSeconds * 1000
  // A day's beginning is that of an hour and of a minute too: no window is half over.
  const day = 86_400_000
  const begins = (Math.floor(clock.now().epochMilliseconds / day) + 2) * day
  const at = (milliseconds: number) => clock.set(Temporal.Instant.fromEpochMilliseconds(milliseconds).toString())
  at(begins)
  for (let time = 1; time <= most; time += 1) {
    assert.equal(await press(), true, `press ${time} of ${most} is let through`)
    if (paceMinutes > 0) clock.advance({ minutes: paceMinutes })
  }
  assert.equal(await press(), false, `press ${most + 1} is not`)
  at(begins + length - 1000)
  assert.equal(await press(), false, 'nor is one in the last second of the window')
  at(begins + length)
  assert.equal(await press(), true, 'the first of the next window is')
}
