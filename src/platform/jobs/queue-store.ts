import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'

export interface QueuedJob {
  task: string
  payload: Readonly<Record<string, unknown>>
  jobKey: string | null
  runAt: Temporal.Instant | null
}

/** Adds a job in the caller's transaction through `platform.enqueue`, which takes only tasks that are on its list. */
export async function insertJob(tx: Tx, { task, payload, jobKey, runAt }: QueuedJob): Promise<void> {
  await sql`select platform.enqueue(
    ${task}, ${JSON.stringify(payload)}::json, ${jobKey}, ${runAt?.toString() ?? null}::timestamptz)`.execute(tx)
}
