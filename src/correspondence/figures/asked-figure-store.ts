import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Figure } from '../../platform/figures/index.ts'

interface Counted {
  kind: string
  day: string
  place: string
  counted: string
}

/** What is counted of a kind of writing: since a day in the agency's zone, and what is open today. */
export interface Counting {
  readonly since: Temporal.PlainDate
  readonly today: Temporal.PlainDate
  readonly timeZone: string
}

const figuresOf = (rows: readonly Counted[]): Figure[] =>
  rows.map(({ kind, day, place, counted }) => ({ kind, day: Temporal.PlainDate.from(day), place, name: '', counted: Number(counted) }))

/** Requests for evidence by form: sent, answered and run out, each by its day; open as they stand. */
export async function countRequests(tx: Tx, { since, today, timeZone }: Counting): Promise<Figure[]> {
  const { rows } = await sql<Counted>`
    select 'request-sent' as kind, (sent_at at time zone ${timeZone})::date::text as day, form as place, count(*)::text as counted
    from correspondence.evidence_request where sent_at >= ${since.toString()}::date group by 2, 3
    union all
    select 'request-' || state, (ended_at at time zone ${timeZone})::date::text, form, count(*)::text
    from correspondence.evidence_request where ended_at >= ${since.toString()}::date and state in ('answered', 'lapsed') group by 1, 2, 3
    union all
    select 'request-open', ${today.toString()}, form, count(*)::text from correspondence.evidence_request where state = 'open' group by 3`.execute(tx)
  return figuresOf(rows)
}

/** Questions about cases by reason: asked and answered, each by its day; waiting as they stand. */
export async function countInquiries(tx: Tx, { since, today, timeZone }: Counting): Promise<Figure[]> {
  const { rows } = await sql<Counted>`
    select 'inquiry-asked' as kind, (at at time zone ${timeZone})::date::text as day, reason as place, count(*)::text as counted
    from correspondence.inquiry where at >= ${since.toString()}::date group by 2, 3
    union all
    select 'inquiry-answered', (answered_at at time zone ${timeZone})::date::text, reason, count(*)::text
    from correspondence.inquiry where answered_at >= ${since.toString()}::date group by 2, 3
    union all
    select 'inquiry-open', ${today.toString()}, reason, count(*)::text from correspondence.inquiry where answered_at is null group by 3`.execute(tx)
  return figuresOf(rows)
}

interface Timed {
  kind: string
  place: string
  took: number
}

/** The middle of the days to an answer, by form or reason, of answers since an instant; none of fewer than so many. */
export async function timeAsked(tx: Tx, since: Temporal.Instant, least: number): Promise<Timed[]> {
  const { rows } = await sql<Timed>`
    select kind, place, percentile_disc(0.5) within group (order by days)::int as took
    from (
      select 'request-time' as kind, form as place, ceil(extract(epoch from ended_at - sent_at) / 86400) as days
      from correspondence.evidence_request where state = 'answered' and ended_at >= ${since.toString()}::timestamptz
      union all
      select 'inquiry-time', reason, ceil(extract(epoch from answered_at - at) / 86400)
      from correspondence.inquiry where answered_at >= ${since.toString()}::timestamptz
    ) took group by kind, place having count(*) >= ${least}`.execute(tx)
  return rows
}
