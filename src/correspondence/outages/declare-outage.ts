import type { OperationContext } from '../../platform/operation.ts'
import { declaredBackDays, type OutagePart, stopsClock } from './outage.ts'
import { insertOutage, lockOutage, markEnded, markWithdrawn } from './outage-store.ts'

type Declaring = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'enqueue'>

export interface OutageToDeclare {
  readonly press: string
  readonly parts: readonly OutagePart[]
  readonly startsAt: Temporal.Instant
  /** Null: it goes on. */
  readonly endsAt: Temporal.Instant | null
  readonly words: Readonly<Record<string, string>>
}

export const outageFaults = ['starts-later', 'too-long-ago', 'ends-before', 'ends-later'] as const
export type OutageFault = (typeof outageFaults)[number]

const isAfter = (one: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(one, other) > 0

/** What is wrong with the times of an outage; null: nothing. */
function timesFault(now: Temporal.Instant, { startsAt, endsAt }: Pick<OutageToDeclare, 'startsAt' | 'endsAt'>): OutageFault | null {
  if (isAfter(startsAt, now)) return 'starts-later'
  if (isAfter(now.subtract({ hours: 24 * declaredBackDays }), startsAt)) return 'too-long-ago'
  if (endsAt && !isAfter(endsAt, startsAt)) return 'ends-before'
  return endsAt && isAfter(endsAt, now) ? 'ends-later' : null
}

const queueMoves = ({ enqueue }: Declaring, outage: string): Promise<void> => enqueue('correspondence.move-deadlines', { outage }, { jobKey: `move-deadlines:${outage}`, turn: 'soon' })

/** Declares an outage, inside an operation of the office. One that is over moves deadlines at once; one that goes on holds them. */
export async function declareOutage(context: Declaring, declared: OutageToDeclare): Promise<OutageFault | 'declared-before' | { id: string }> {
  const { tx, actor, now } = context
  const { press, parts, startsAt, endsAt, words } = declared
  const fault = timesFault(now, declared)
  if (fault) return fault
  const by = actor.id as string
  const ended = endsAt ? { ends_at: endsAt, ended_at: now, ended_by: by } : {}
  const its = { id: press, parts: [...parts], starts_at: startsAt, words: JSON.stringify(words), stops_clock: stopsClock(parts) }
  if (!(await insertOutage(tx, { ...its, ...ended, declared_at: now, declared_by: by }))) return 'declared-before'
  if (endsAt && stopsClock(parts)) await queueMoves(context, press)
  return { id: press }
}

interface Ended {
  readonly outage: string
  readonly endsAt: Temporal.Instant
}

/** An outage is over, since a moment between its beginning and now. Its deadlines begin to move. */
export async function endOutage(context: Declaring, { outage, endsAt }: Ended): Promise<'unknown-outage' | 'ended-before' | OutageFault | { id: string }> {
  const { tx, actor, now } = context
  const found = await lockOutage(tx, outage)
  if (!found) return 'unknown-outage'
  if (found.endsAt) return 'ended-before'
  if (isAfter(endsAt, now)) return 'ends-later'
  if (!isAfter(endsAt, found.startsAt)) return 'ends-before'
  await markEnded(tx, outage, { endsAt, at: now, by: actor.id as string })
  if (found.stopsClock) await queueMoves(context, outage)
  return { id: outage }
}

/**
 * It was declared by mistake: it ends now, if it has not, and stays to be read as withdrawn. Whoever read of it had relied on it:
 * the deadlines that it reaches move all the same.
 */
export async function withdrawOutage(context: Declaring, outage: string): Promise<'unknown-outage' | 'withdrawn-before' | { id: string }> {
  const { tx, actor, now } = context
  const found = await lockOutage(tx, outage)
  if (!found) return 'unknown-outage'
  if (found.withdrawnAt) return 'withdrawn-before'
  const by = actor.id as string
  if (!found.endsAt) {
    const leastEnd = found.startsAt.add({ seconds: 1 })
    await markEnded(tx, outage, { endsAt: isAfter(now, leastEnd) ? now : leastEnd, at: now, by })
    if (found.stopsClock) await queueMoves(context, outage)
  }
  await markWithdrawn(tx, outage, { at: now, by })
  return { id: outage }
}
