import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Figure } from '../../platform/figures/index.ts'

type Row = Omit<Figure, 'counted' | 'day'> & { day: string; counted: string }

const figuresOf = (rows: readonly Row[]): Figure[] => rows.map((row) => ({ ...row, day: Temporal.PlainDate.from(row.day), counted: Number(row.counted) }))

export interface Counting {
  readonly decisions: readonly string[]
  /** Statuses in which nothing more is done. */
  readonly ends: readonly string[]
  readonly since: Temporal.PlainDate
  readonly today: Temporal.PlainDate
}

/** Cases by the day they were received, by the day of their first decision, and those that are open today; by form and office. */
export async function countCases(tx: Tx, { decisions, ends, since, today }: Counting): Promise<Figure[]> {
  const { rows } = await sql<Row>`
    select 'received' as kind, c.received_on::text as day, c.form as place, coalesce(c.office, '') as name, count(*)::text as counted
    from cases."case" c where c.received_on >= ${since.toString()}::date group by 2, 3, 4
    union all
    select 'decided', d.on_day::text, d.form, d.office, count(*)::text
    from (
      select c.form, coalesce(c.office, '') as office, min(s.effective_on) as on_day
      from cases.status_change s join cases."case" c on c.id = s."case"
      where s.status = any(${decisions}::text[]) group by c.id
    ) d where d.on_day >= ${since.toString()}::date group by 2, 3, 4
    union all
    select 'pending', ${today.toString()}, c.form, coalesce(c.office, ''), count(*)::text
    from cases."case" c where not (c.status = any(${[...decisions, ...ends]}::text[])) group by 3, 4`.execute(tx)
  return figuresOf(rows)
}

/** Fewer say little of how long a form takes, and may say too much of one of them. */
export const timedLeast = 10

/** Days from receipt to the first decision of the cases decided within so many days: a quarter took less, half, three quarters. Protected cases are left out. */
export async function timeDecisions(tx: Tx, { decisions, today }: Counting, days: number): Promise<Figure[]> {
  const { rows } = await sql<{ form: string; decided: string; lower: string; middle: string; upper: string }>`
    select form, count(*)::text as decided, percentile_disc(0.25) within group (order by took)::text as lower,
      percentile_disc(0.5) within group (order by took)::text as middle, percentile_disc(0.75) within group (order by took)::text as upper
    from (
      select c.form, min(s.effective_on) as on_day, min(s.effective_on) - c.received_on as took
      from cases."case" c join cases.status_change s on s."case" = c.id
      where s.status = any(${decisions}::text[]) and not c.protected group by c.id
    ) decision
    where on_day > ${today.subtract({ days }).toString()}::date and took >= 0
    group by form having count(*) >= ${timedLeast}`.execute(tx)
  return rows.flatMap(({ form, ...each }) =>
    Object.entries(each).map(([name, counted]) => ({ kind: 'decision-time', day: today, place: form, name: `${days} ${name}`, counted: Number(counted) })),
  )
}
