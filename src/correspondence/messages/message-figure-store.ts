import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Figure } from '../../platform/figures/index.ts'

/** What people wrote and the agency answered, by day, since a day in the agency's time zone. */
export async function countMessages(tx: Tx, since: Temporal.PlainDate, timeZone: string): Promise<Figure[]> {
  const { rows } = await sql<{ kind: string; day: string; counted: string }>`
    select case when side = 'agency' then 'message-answered' else 'message-asked' end as kind,
      (at at time zone ${timeZone})::date::text as day, count(*)::text as counted
    from correspondence.message where at >= ${since.toString()}::date group by 1, 2`.execute(tx)
  return rows.map(({ kind, day, counted }) => ({ kind, day: Temporal.PlainDate.from(day), place: '', name: '', counted: Number(counted) }))
}

/** Minutes from the first message that waits to its answer, of answers since an instant: a quarter took less, half, three quarters. */
export async function timeAnswers(tx: Tx, since: Temporal.Instant): Promise<Readonly<Record<'answered' | 'lower' | 'middle' | 'upper', number>> | null> {
  const { rows } = await sql<{ answered: number; lower: number; middle: number; upper: number }>`
    select count(*)::int as answered, percentile_disc(0.25) within group (order by minutes)::int as lower,
      percentile_disc(0.5) within group (order by minutes)::int as middle, percentile_disc(0.75) within group (order by minutes)::int as upper
    from (
      select extract(epoch from min(at) filter (where side = 'agency') - min(at) filter (where side <> 'agency')) / 60 as minutes,
        min(at) filter (where side = 'agency') as answered_at
      from (
        select thread, side, at, count(*) filter (where side = 'agency') over (partition by thread order by ordinal rows between unbounded preceding and 1 preceding) as turn
        from correspondence.message
      ) turns group by thread, turn
    ) answers where answered_at >= ${since.toString()}::timestamptz and minutes is not null`.execute(tx)
  const [found] = rows
  return found && found.answered > 0 ? found : null
}

/** How many conversations wait for the agency, and since when the one that waits longest. */
export async function waitNow(tx: Tx): Promise<{ waiting: number; oldest: Temporal.Instant | null }> {
  const { rows } = await sql<{ waiting: number; oldest: Temporal.Instant | null }>`
    select count(*)::int as waiting, min(waits_since) as oldest from correspondence.thread where state = 'waits'`.execute(tx)
  return rows[0] ?? { waiting: 0, oldest: null }
}
