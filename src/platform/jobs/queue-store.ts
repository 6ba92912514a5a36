import { sql } from 'kysely'
import { compiledOnce } from '../db/compiled-once.ts'
import type { Tx } from '../db/transaction.ts'
import { type Turn, turns } from './turns.ts'

export interface QueuedJob {
  task: string
  payload: Readonly<Record<string, unknown>>
  jobKey: string | null
  runAt: Temporal.Instant | null
  /** At once where it is left out. */
  turn?: Turn
}

const enqueue = compiledOnce<{ task: string; payload: string; jobKey: string | null; runAt: Temporal.Instant | null; priority: number }, unknown>(
  (_, { task, payload, jobKey, runAt, priority }) =>
    sql`select platform.enqueue(${task}, ${payload}::json, ${jobKey}, ${runAt}::timestamptz, priority => ${priority}::int)`,
)

/** Adds a job in the caller's transaction through `platform.enqueue`, which takes only tasks that are on its list. */
export async function insertJob(tx: Tx, { task, payload, jobKey, runAt, turn = 'at-once' }: QueuedJob): Promise<void> {
  await enqueue(tx, { task, payload: JSON.stringify(payload), jobKey, runAt, priority: turns[turn] })
}
