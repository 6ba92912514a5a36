import { sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { Tx } from './db/transaction.ts'
import type { RequestFacts } from './operation.ts'
import type { Services } from './services.ts'

export interface LimitSubject<I> {
  actor: Actor
  input: I
  request: RequestFacts
  services: Services
}

/** At most `most` tries within the window, counted for one subject (an id or a keyed hash, never readable data). */
export interface Limit<I> {
  readonly name: string
  readonly most: number
  readonly withinSeconds: number
  /** Null: this try is not counted here. */
  readonly of: (subject: LimitSubject<I>) => string | null
  /** A try that succeeds gives its place back: only failures count. */
  readonly failuresOnly?: boolean
}

/**
 * Counts one try by a locking upsert and says whether it is within the limit.
 * “Insert, then count” lets parallel guesses through; `on conflict do update … returning` serialises them.
 */
export async function countAttempt<I>(tx: Tx, limit: Limit<I>, subject: LimitSubject<I>, now: Temporal.Instant): Promise<boolean> {
  const of = limit.of(subject)
  if (of === null) return true
  const made = await sql<{ made: number }>`
    select platform.count_attempt(${limit.name}, ${of}, ${windowStart(limit, now).toString()}::timestamptz) as made`.execute(tx)
  return (made.rows[0]?.made ?? Number.POSITIVE_INFINITY) <= limit.most
}

export async function forgiveAttempts<I>(tx: Tx, limits: readonly Limit<I>[], subject: LimitSubject<I>, now: Temporal.Instant) {
  for (const limit of limits.filter((each) => each.failuresOnly)) {
    const of = limit.of(subject)
    if (of === null) continue
    await sql`select platform.forgive_attempt(${limit.name}, ${of}, ${windowStart(limit, now).toString()}::timestamptz)`.execute(tx)
  }
}

function windowStart<I>(limit: Limit<I>, now: Temporal.Instant): Temporal.Instant {
  const length = limit.withinSeconds * 1000
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / length) * length)
}
