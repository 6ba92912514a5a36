import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Figure } from '../../platform/figures/index.ts'

/** Forms that were begun, and of them those that were sent, by the day they were begun. A draft that nobody sent is gone after its time: then it was begun all the same. */
export async function countDrafts(tx: Tx, since: Temporal.PlainDate, timeZone: string): Promise<Figure[]> {
  const { rows } = await sql<{ day: string; form: string; begun: string; sent: string }>`
    select (started_at at time zone ${timeZone})::date::text as day, form, count(*)::text as begun, count(submitted_at)::text as sent
    from filing.draft where prepared is null and started_at >= ${since.toString()}::date group by 1, 2`.execute(tx)
  return rows.flatMap(({ day, form, begun, sent }) =>
    ([['form-begun', begun], ['form-sent', sent]] as const).map(([kind, counted]) => ({ kind, day: Temporal.PlainDate.from(day), place: form, name: '', counted: Number(counted) })),
  )
}
