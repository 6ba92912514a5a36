import { sql } from 'kysely'
import type { Tx } from './db/transaction.ts'

/** A limit's name, the subject it is counted for, and the start of the window. */
export interface AttemptPlace {
  scope: string
  subject: string
  windowStartsAt: Temporal.Instant
}

/** Counts one more try and returns how many there are now, this one included. */
export async function markAttempt(tx: Tx, { scope, subject, windowStartsAt }: AttemptPlace): Promise<number> {
  const counted = await sql<{ made: number }>`
    select platform.count_attempt(${scope}, ${subject}, ${windowStartsAt.toString()}::timestamptz) as made`.execute(tx)
  return counted.rows[0]?.made ?? Number.POSITIVE_INFINITY
}

export async function unmarkAttempt(tx: Tx, { scope, subject, windowStartsAt }: AttemptPlace): Promise<void> {
  await sql`select platform.forgive_attempt(${scope}, ${subject}, ${windowStartsAt.toString()}::timestamptz)`.execute(tx)
}
