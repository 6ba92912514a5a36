import type { Actor } from './actor.ts'
import { type AttemptPlace, markAttempts, unmarkAttempts } from './attempt-store.ts'
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
 * Counts one try under every limit, in their order up to the first that is passed, and says whether it is within all.
 * “Insert, then count” lets parallel guesses through; `on conflict do update … returning` serialises them.
 */
export async function countAttempts<I>(
  tx: Tx,
  limits: readonly Limit<I>[],
  subject: LimitSubject<I>,
  now: Temporal.Instant,
): Promise<boolean> {
  return (await markAttempts(tx, placesOf(limits, subject, now))) === 0
}

/** Counts one try under every limit, or, where that would pass one of them, under none: for what then does not happen. */
export async function countAllOrNone<I>(
  tx: Tx,
  limits: readonly Limit<I>[],
  subject: LimitSubject<I>,
  now: Temporal.Instant,
): Promise<boolean> {
  const places = placesOf(limits, subject, now)
  const passed = await markAttempts(tx, places)
  if (passed > 0) await unmarkAttempts(tx, places.slice(0, passed))
  return passed === 0
}

/** Gives back what a success does not count. */
export async function forgiveAttempts<I>(
  tx: Tx,
  limits: readonly Limit<I>[],
  subject: LimitSubject<I>,
  now: Temporal.Instant,
): Promise<void> {
  const forgiving = limits.filter((each) => each.failuresOnly)
  await unmarkAttempts(tx, placesOf(forgiving, subject, now))
}

function placesOf<I>(limits: readonly Limit<I>[], subject: LimitSubject<I>, now: Temporal.Instant): AttemptPlace[] {
  return limits.flatMap((limit) => {
    const of = limit.of(subject)
    if (of === null) return []
    const length = limit.withinSeconds * 1000
    const windowStartsAt = Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / length) * length)
    return [{ scope: limit.name, subject: of, windowStartsAt, most: limit.most }]
  })
}
