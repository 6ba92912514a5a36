import { sql } from 'kysely'
import { compiledOnce } from '../db/compiled-once.ts'
import type { Tx } from '../db/transaction.ts'

export interface QueuedJob {
  task: string
  payload: Readonly<Record<string, unknown>>
  jobKey: string | null
  runAt: Temporal.Instant | null
}

const enqueue = compiledOnce<{ task: string; payload: string; jobKey: string | null; runAt: Temporal.Instant | null }, unknown>(
  (_, { task, payload, jobKey, runAt }) =>
    sql`select platform.enqueue(${task}, ${payload}::json, ${jobKey}, ${runAt}::timestamptz)`,
)

/** Adds a job in the caller's transaction through `platform.enqueue`, which takes only tasks that are on its list. */
export async function insertJob(tx: Tx, { task, payload, jobKey, runAt }: QueuedJob): Promise<void> {
  await enqueue(tx, { task, payload: JSON.stringify(payload), jobKey, runAt })
}
