import { sql } from 'kysely'
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
