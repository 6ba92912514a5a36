import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { ProofFactor } from '../sessions/session.ts'
import type { SessionEnd } from '../sessions/session-store.ts'

/** The sessions that one browser had one after the other, from the password to the last page. */
export interface VisitRow {
  visit: string
  begun_at: Temporal.Instant
  last_seen_at: Temporal.Instant
  device: string | null
  country: string | null
  /** How it was proven when it began; a later step-up does not change it. */
  proved_by: ProofFactor | null
  /** The account was opened in it. */
  signed_up: boolean
  /** False: a right password was given and nothing after it. */
  signed_in: boolean
  is_current: boolean
  is_open: boolean
  idle_minutes: number
  ended_by: SessionEnd | null
}

interface Asking {
  account: string
  /** The session of the request. */
  session: string
  at: Temporal.Instant
}

const visitsOf = ({ account, session, at }: Asking) => sql`
  select v.* from (
    select s.visit, min(s.begun_at) as begun_at, max(s.last_seen_at) as last_seen_at,
      max(s.device) as device, max(s.country) as country,
      (array_agg(s.proved_by order by s.begun_at) filter (where s.proved_by is not null))[1] as proved_by,
      bool_or(s.stage = 'full' and s.begun_at = a.completed_at) as signed_up,
      bool_or(s.stage = 'full' or s.stage = 'sign-up' and s.proved_by is not null) as signed_in,
      bool_or(s.stage = 'password-given' and s.ended_by is distinct from 'replaced') as stopped,
      bool_or(s.id = ${session}) as is_current,
      bool_or(s.ended_at is null and s.stage in ('full', 'sign-up') and ${at}::timestamptz < s.ends_at
        and ${at}::timestamptz < s.last_seen_at + make_interval(mins => s.idle_minutes)) as is_open,
      (array_agg(s.idle_minutes order by s.ended_at is not null))[1] as idle_minutes,
      max(s.ended_by) filter (where s.ended_by <> 'replaced') as ended_by
    from accounts.session s join accounts.account a on a.id = s.account
    where s.account = ${account}
    group by s.visit
  ) v`

/** Visits in which somebody is signed in now, this one first, and the `most` newest of all since a moment. */
export async function listOpenAndNewest(
  tx: Tx,
  asking: Asking & { since: Temporal.Instant; most: number },
): Promise<{ open: VisitRow[]; newest: VisitRow[] }> {
  const { rows } = await sql<VisitRow & { is_here: boolean; is_newest: boolean }>`
    select * from (
      select *, signed_in and is_open as is_here, row_number() over (order by begun_at desc, visit) <= ${asking.most} as is_newest
      from (${visitsOf(asking)}) p where (signed_in or stopped) and begun_at >= ${asking.since}::timestamptz
    ) r where is_here or is_newest
    order by is_current desc, last_seen_at desc, visit`.execute(tx)
  const newestFirst = (one: VisitRow, other: VisitRow) => Temporal.Instant.compare(other.begun_at, one.begun_at)
  return {
    open: rows.filter(({ is_here }) => is_here),
    newest: rows.filter(({ is_newest }) => is_newest).sort(newestFirst),
  }
}

/** Visits and half-way ones, the newest first, with how many there are. */
export async function listPastVisits(
  tx: Tx,
  asking: Asking & { since: Temporal.Instant; most: number; skip: number },
): Promise<{ visits: VisitRow[]; total: number }> {
  const { rows } = await sql<VisitRow & { total: number }>`
    select *, count(*) over ()::int as total from (${visitsOf(asking)}) p
    where (signed_in or stopped) and begun_at >= ${asking.since}::timestamptz
    order by begun_at desc, visit limit ${asking.most} offset ${asking.skip}`.execute(tx)
  return { visits: rows, total: rows[0]?.total ?? 0 }
}

