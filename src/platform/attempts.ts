import type { Actor } from './actor.ts'
import { type AttemptPlace, markAttempt, unmarkAttempt } from './attempt-store.ts'
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
  const place = placeOf(limit, subject, now)
  return place === null || (await markAttempt(tx, place)) <= limit.most
}

/** Gives back what a success does not count. */
export async function forgiveAttempts<I>(tx: Tx, limits: readonly Limit<I>[], subject: LimitSubject<I>, now: Temporal.Instant) {
  for (const limit of limits.filter((each) => each.failuresOnly)) {
    const place = placeOf(limit, subject, now)
    if (place) await unmarkAttempt(tx, place)
  }
}

function placeOf<I>(limit: Limit<I>, subject: LimitSubject<I>, now: Temporal.Instant): AttemptPlace | null {
  const of = limit.of(subject)
  if (of === null) return null
  const length = limit.withinSeconds * 1000
  const windowStartsAt = Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / length) * length)
  return { scope: limit.name, subject: of, windowStartsAt }
}
