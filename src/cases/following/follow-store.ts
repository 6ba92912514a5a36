import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** False alike for a case that is unknown, protected, or whose owner wants no followers. */
export async function insertFollower(tx: Tx, { receipt, account, at }: { receipt: string; account: string; at: Temporal.Instant }): Promise<boolean> {
  const { rows } = await sql<{ followed: boolean }>`select cases.follow(${receipt}, ${account}::uuid, ${at}::timestamptz) as followed`.execute(tx)
  return rows[0]?.followed ?? false
}

export async function markUnfollowed(tx: Tx, { receipt, accounts, at }: { receipt: string; accounts: readonly string[]; at: Temporal.Instant }): Promise<void> {
  await sql`select cases.unfollow(${receipt}, ${accounts}::uuid[], ${at}::timestamptz)`.execute(tx)
}

/** A hundred at most, the last one first. */
export async function listFollowed(tx: Tx, accounts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ receipt_number: string }>`select receipt_number from cases.followed(${accounts}::uuid[])`.execute(tx)
  return rows.map(({ receipt_number }) => receipt_number)
}

export async function countFollowers(tx: Tx, caseId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select cases.count_followers(${caseId}::uuid) as count`.execute(tx)
  return rows[0]?.count ?? 0
}

/** False: it is no case of the person's own. */
export async function markFollowStopped(tx: Tx, { caseId, account, at }: { caseId: string; account: string; at: Temporal.Instant }): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`select cases.stop_followers(${caseId}::uuid, ${account}::uuid, ${at}::timestamptz) as stopped`.execute(tx)
  return rows[0]?.stopped ?? false
}
