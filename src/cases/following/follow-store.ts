import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** False alike for a case that is unknown, protected, or whose owner wants no followers. */
export async function insertFollower(tx: Tx, { receipt, account, at }: { receipt: string; account: string; at: Temporal.Instant }): Promise<boolean> {
  const { rows } = await sql<{ followed: boolean }>`select cases.follow(${receipt}, ${account}::uuid, ${at}::timestamptz) as followed`.execute(tx)
  return rows[0]?.followed ?? false
}

export async function markUnfollowed(tx: Tx, { receipt, accounts }: { receipt: string; accounts: readonly string[] }): Promise<void> {
  await sql`select cases.unfollow(${receipt}, ${accounts}::uuid[])`.execute(tx)
}

/** False: it is no case of the person's own. */
export async function markFollowStopped(tx: Tx, { caseId, account, at }: { caseId: string; account: string; at: Temporal.Instant }): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`select cases.stop_followers(${caseId}::uuid, ${account}::uuid, ${at}::timestamptz) as stopped`.execute(tx)
  return rows[0]?.stopped ?? false
}
