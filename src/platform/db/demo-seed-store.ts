import { sql } from 'kysely'
import { Client } from 'pg'
import type { Tx } from './transaction.ts'

export type SeedTurn = 'ours' | 'done' | 'interrupted'

/** Takes the turn to fill the demonstration. `interrupted`: somebody began and was stopped before the end. */
export async function takeSeedTurn(tx: Tx, now: Temporal.Instant): Promise<SeedTurn> {
  const taken = await tx
    .insertInto('platform.demo_seed')
    .values({ begun_at: now })
    .onConflict((conflict) => conflict.column('only_one').doNothing())
    .returning('only_one')
    .executeTakeFirst()
  if (taken) return 'ours'
  const { rows } = await sql<{ done: boolean }>`select done_at is not null as done from platform.demo_seed`.execute(tx)
  return rows[0]?.done ? 'done' : 'interrupted'
}

export async function markSeedDone(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('platform.demo_seed').set({ done_at: now }).execute()
}

/**
 * Whether a demonstration was ever filled into this database; looked up before anything is migrated or opened.
 * Throws one line when it cannot be reached.
 */
export async function holdsDemonstration(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    const { rows } = await client.query("select to_regclass('platform.demo_seed') is not null as made")
    if (!rows[0].made) return false
    return (await client.query('select from platform.demo_seed')).rows.length > 0
  } catch (fault) {
    const { message, code } = fault as { message: string; code?: string }
    throw new Error(`DATABASE_URL: PostgreSQL cannot be asked whether it holds a demonstration (${message || code})`)
  } finally {
    await client.end().catch(() => {})
  }
}
