import { sql } from 'kysely'
import type { Tx } from '../platform/db/transaction.ts'

export interface AccountEntry {
  operation: string
  at: Temporal.Instant
}

interface Sought {
  account: string
  /** Names of operations. */
  operations: readonly string[]
  since: Temporal.Instant
}

/** What was done in or to an account, the newest first. The database shows each actor what is theirs to see. */
export async function listDoneFor(tx: Tx, { account, operations, since, most }: Sought & { most: number }): Promise<AccountEntry[]> {
  const { rows } = await sql<AccountEntry>`
    select e.operation, e.at from audit.entry e
    where e.account = ${account} and e.at >= ${since}::timestamptz and e.outcome = 'done'
      and e.operation = any(${operations}::text[])
    order by e.at desc, e.ordinal desc limit ${most}`.execute(tx)
  return rows
}

export interface DayCount {
  /** A day in the time zone that was asked for. */
  day: Temporal.PlainDate
  operation: string
  /** What the entry's detail says of a look at a code: did it fit? Null: the operation does not say. */
  fits: boolean | null
  count: number
}

/** How often operations were done for an account, by day, the newest day first. */
export async function countDoneByDay(tx: Tx, { account, operations, since, timeZone }: Sought & { timeZone: string }): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select (e.at at time zone ${timeZone})::date as day, e.operation, (e.detail ->> 'fits')::boolean as fits, count(*)::int as count
    from audit.entry e
    where e.account = ${account} and e.at >= ${since}::timestamptz and e.outcome = 'done'
      and e.operation = any(${operations}::text[])
    group by 1, 2, 3 order by 1 desc`.execute(tx)
  return rows
}
