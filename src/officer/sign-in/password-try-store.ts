import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** Counts a password before it is looked at. Null: it may be; else until when this network waits for this address. */
export async function countPasswordTry(
  tx: Tx,
  subject: string,
  network: string,
  at: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ wait_until: Temporal.Instant | null }>`
    select officer.count_password_try(${subject}, ${network}, ${at}::timestamptz) as wait_until`.execute(tx)
  return rows[0]?.wait_until ?? null
}

/** The right password: this network's wrong ones for this address count no more. */
export async function clearPasswordTries(tx: Tx, subject: string, network: string): Promise<void> {
  await tx
    .updateTable('officer.password_try')
    .set({ burst: 0, wrong: 0, late: 0, wait_until: null })
    .where('subject', '=', subject)
    .where('network', '=', network)
    .execute()
}

export async function deleteOldPasswordTries(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('officer.password_try').where('last_at', '<', before).execute()
}
