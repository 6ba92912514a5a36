import { sql } from 'kysely'
import type { PartyRole } from '../case.ts'

export type PeopleJson = readonly { role: PartyRole; since: string; themselves: boolean }[]

/** Who is on the case `its`, as one JSON value of its row; for somebody who is on it. */
export const peopleColumn = sql<PeopleJson | null>`(
  select json_agg(json_build_object('role', who.role, 'since', who.since_at, 'themselves', who.themselves) order by who.since_at, who.role)
  from cases.people_of_own(its.id) who)`

/** Somebody who is on a case now. */
export interface PersonOnCase {
  readonly role: PartyRole
  readonly since: Temporal.Instant
  /** It is who asks. */
  readonly themselves: boolean
}

export const peopleOf = (people: PeopleJson | null): PersonOnCase[] =>
  (people ?? []).map((who) => ({ ...who, since: Temporal.Instant.from(who.since) }))
