import { sql } from 'kysely'
import { compiledOnce } from '../../platform/db/compiled-once.ts'
import type { Tx } from '../../platform/db/transaction.ts'

interface Try {
  subject: string
  network: string
}

const count = compiledOnce<Try & { at: Temporal.Instant }, { wait_until: Temporal.Instant | null }>(
  (_, { subject, network, at }) =>
    sql`select accounts.count_password_try(${subject}, ${network}, ${at}::timestamptz) as wait_until`,
)

/** Counts a password before it is looked at. Null: it may be; else until when this network waits for this address. */
export async function countPasswordTry(
  tx: Tx,
  subject: string,
  network: string,
  at: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const [counted] = await count(tx, { subject, network, at })
  return counted?.wait_until ?? null
}

const clear = compiledOnce<Try, unknown>((db, { subject, network }) =>
  db
    .updateTable('accounts.password_try')
    .set({ burst: 0, wrong: 0, late: 0, wait_until: null })
    .where('subject', '=', subject)
    .where('network', '=', network),
)

/** The right password: this network's wrong ones for this address count no more. */
export async function clearPasswordTries(tx: Tx, subject: string, network: string): Promise<void> {
  await clear(tx, { subject, network })
}

export async function deleteOldPasswordTries(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('accounts.password_try').where('last_at', '<', before).execute()
}
