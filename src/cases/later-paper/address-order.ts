import type { AgencyPack } from '../../agency/index.ts'
import { agencyDay } from '../case.ts'

/** An address that was given before: at the portal in that moment, or on a paper that was received on that day. */
export interface GivenBefore {
  readonly at: Temporal.Instant
  readonly received_on: Temporal.PlainDate | null
}

/**
 * Whether what a paper says is older than what the person said since. Paper was sent before it was received: an address given
 * at the portal on that same day is the newer one. Of two papers of one day the one that is opened later counts.
 */
export function isOlderThan(agency: AgencyPack, receivedOn: Temporal.PlainDate, before: GivenBefore | undefined): boolean {
  if (!before) return false
  if (before.received_on) return Temporal.PlainDate.compare(receivedOn, before.received_on) < 0
  return Temporal.PlainDate.compare(receivedOn, agencyDay(agency, before.at)) <= 0
}
