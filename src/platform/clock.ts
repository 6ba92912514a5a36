/** Where time comes from. Operations take `now` from their caller; only this file asks the machine. */
export type Clock = { now(): Temporal.Instant }

/** A clock that stands still until it is moved. */
export type FixedClock = Clock & {
  advance(by: Temporal.Duration | Temporal.DurationLike | string): void
  set(to: Temporal.Instant | string): void
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/**
 * A clock for tests and for seeding the demo. Durations are exact time: hours and smaller, never days or months.
 * @param start an instant, or its ISO 8601 text such as `2026-03-01T09:00:00Z`
 */
export const fixedClock = (start: Temporal.Instant | string): FixedClock => {
  let instant = Temporal.Instant.from(start)
  return {
    now: () => instant,
    advance: (by) => {
      instant = instant.add(by)
    },
    set: (to) => {
      instant = Temporal.Instant.from(to)
    },
  }
}

/** The day that a text such as `2026-03-31` names (RFC 3339 full-date); null for any other text. */
export function dayIn(text: string): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text, { overflow: 'reject' }) : null
  } catch {
    return null
  }
}
