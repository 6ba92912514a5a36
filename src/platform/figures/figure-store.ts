import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'

/** How many of something there were on a day. */
export interface Figure {
  readonly kind: string
  readonly day: Temporal.PlainDate
  readonly place: string
  readonly name: string
  readonly counted: number
}

const asJson = (figures: readonly Figure[]) => JSON.stringify(figures.map(({ day, ...rest }) => ({ ...rest, day: day.toString() })))

/** Counted anew: what was counted of these kinds since that day goes, and this stands in its place. */
export async function replaceFigures(tx: Tx, kinds: readonly string[], since: Temporal.PlainDate, figures: readonly Figure[]): Promise<void> {
  await sql`delete from platform.figure where kind = any(${kinds}::text[]) and day >= ${since.toString()}::date`.execute(tx)
  await sql`insert into platform.figure (kind, day, place, name, counted)
    select kind, day, place, name, counted
    from json_to_recordset(${asJson(figures)}::json) as f (kind text, day date, place text, name text, counted bigint)`.execute(tx)
}

/** Adds what pages met to the day's counts. */
export async function addFigures(tx: Tx, figures: readonly Figure[]): Promise<void> {
  await sql`select platform.add_figures(${asJson(figures)}::json)`.execute(tx)
}

/** Every count since a day. */
export async function listFigures(tx: Tx, since: Temporal.PlainDate): Promise<Figure[]> {
  const { rows } = await sql<Omit<Figure, 'counted'> & { counted: string }>`
    select kind, day, place, name, counted::text as counted from platform.figure
    where day >= ${since.toString()}::date order by kind, day, place, name`.execute(tx)
  return rows.map((row) => ({ ...row, counted: Number(row.counted) }))
}

export async function deleteOldFigures(tx: Tx, before: Temporal.PlainDate): Promise<void> {
  await sql`delete from platform.figure where day < ${before.toString()}::date`.execute(tx)
}

/** What waits to be done by the system: how many, since when, and how many it gave up on. */
export interface WaitingWork {
  readonly kind: 'mail' | 'text' | 'letter' | 'job'
  readonly waiting: number
  readonly oldest: Temporal.Instant | null
  readonly failed: number
}

export async function waitingWork(tx: Tx): Promise<WaitingWork[]> {
  const { rows } = await sql<Omit<WaitingWork, 'waiting' | 'failed'> & { waiting: string; failed: string }>`
    select kind, waiting::text as waiting, oldest, failed::text as failed from platform.waiting_work()`.execute(tx)
  return rows.map((row) => ({ ...row, waiting: Number(row.waiting), failed: Number(row.failed) }))
}
