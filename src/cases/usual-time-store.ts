import { sql } from 'kysely'
import type { Tx } from '../platform/db/transaction.ts'

/** Below this a range says little of the next case, and may say too much of one of these. */
export const decidedLeast = 30

type Counting = { readonly decisions: readonly string[]; readonly since: Temporal.PlainDate; readonly at: Temporal.Instant }

/** Counts anew, in one transaction: the days from receipt to the first decision, of cases decided since a day. */
export async function recountUsualTimes(tx: Tx, { decisions, since, at }: Counting): Promise<number> {
  await tx.deleteFrom('cases.usual_time').execute()
  const { numAffectedRows } = await sql`
    insert into cases.usual_time (form, decided, lower_days, upper_days, from_on, until_on, counted_at)
    select form, count(*)::int, percentile_disc(0.25) within group (order by days), percentile_disc(0.75) within group (order by days),
      min(decided_on), max(decided_on), ${at}
    from (
      select c.form, min(s.effective_on) as decided_on, min(s.effective_on) - c.received_on as days
      from cases."case" c join cases.status_change s on s."case" = c.id
      where s.status = any(${decisions}) and not c.protected
      group by c.id
    ) decision
    where decided_on >= ${since} and days >= 0
    group by form having count(*) >= ${decidedLeast}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export const listUsualTimes = (tx: Tx) =>
  tx.selectFrom('cases.usual_time').select(['form', 'decided', 'lower_days', 'upper_days', 'from_on', 'until_on', 'counted_at']).execute()

export type UsualJson = { decided: number; lowerDays: number; upperDays: number; from: string; until: string; countedAt: string }

/** The usual time of the form of the case `its`, as one JSON value of its row. */
export const usualColumn = sql<UsualJson | null>`(
  select json_build_object('decided', usual.decided, 'lowerDays', usual.lower_days, 'upperDays', usual.upper_days,
    'from', usual.from_on, 'until', usual.until_on, 'countedAt', usual.counted_at)
  from cases.usual_time usual where usual.form = its.form)`
