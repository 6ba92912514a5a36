import type { AgencyPack } from '../../agency/index.ts'
import { isOver, isReached, type Outage } from './deadline.ts'

interface Asked {
  readonly dueAt: Temporal.Instant
  readonly now: Temporal.Instant
  /** Outages for which deadlines have not moved yet. */
  readonly stops: readonly Outage[]
}

/** Whether an answer comes too late: the deadline is over, and no outage is about to move it. */
export const isTooLate = (agency: AgencyPack, { dueAt, now, stops }: Asked): boolean =>
  isOver(dueAt, now) && !stops.some((outage) => isReached(agency, dueAt, outage))
