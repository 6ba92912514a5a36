import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { StoredAccount } from '../account.ts'

export type MergeAttempt = Selectable<DB['accounts.merge_attempt']>

/** One attempt an account: naming another account begins anew. */
export async function upsertMergeAttempt(tx: Tx, attempt: Insertable<DB['accounts.merge_attempt']>): Promise<void> {
  const { other, other_session, begun_at } = attempt
  await tx
    .insertInto('accounts.merge_attempt')
    .values(attempt)
    .onConflict((conflict) =>
      conflict.column('kept').doUpdateSet({ other, other_session, begun_at, proven_at: null, done_at: null }),
    )
    .execute()
}

const openOf = (tx: Tx, kept: string, begunAfter: Temporal.Instant) =>
  tx
    .selectFrom('accounts.merge_attempt')
    .selectAll()
    .where('kept', '=', kept)
    .where('begun_at', '>', begunAfter)
    .where('done_at', 'is', null)

export function findMergeAttempt(tx: Tx, kept: string, begunAfter: Temporal.Instant): Promise<MergeAttempt | undefined> {
  return openOf(tx, kept, begunAfter).executeTakeFirst()
}

export function lockMergeAttempt(tx: Tx, kept: string, begunAfter: Temporal.Instant): Promise<MergeAttempt | undefined> {
  return openOf(tx, kept, begunAfter).forUpdate().executeTakeFirst()
}

export async function markMergeProven(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.merge_attempt').set({ proven_at: at }).where('id', '=', id).execute()
}

export async function markMergeDone(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.merge_attempt').set({ done_at: at }).where('id', '=', id).execute()
}

/** Writes the one row of a merge or claim and takes away everything that signed the retired account in. */
export async function retireAccount(
  tx: Tx,
  { retired, kept, cause, at }: { retired: string; kept: string; cause: 'merged' | 'claimed'; at: Temporal.Instant },
): Promise<void> {
  await sql`select accounts.retire_account(${retired}::uuid, ${kept}::uuid, ${cause}, ${at}::timestamptz)`.execute(tx)
}

export async function listMergedNumbers(tx: Tx, kept: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('accounts.forwarding')
    .innerJoin('accounts.account', 'accounts.account.id', 'accounts.forwarding.retired')
    .select('online_account_number')
    .where('kept', '=', kept)
    .orderBy('forwarded_at')
    .execute()
  return rows.flatMap(({ online_account_number: number }) => number ?? [])
}

/** An account that the agency opened and nobody has claimed; undefined for any other. */
export function lockOpenedAccount(tx: Tx, id: string): Promise<StoredAccount | undefined> {
  return tx
    .selectFrom('accounts.account')
    .selectAll()
    .where('id', '=', id)
    .where('opened_by_agency_at', 'is not', null)
    .where('email_hash', 'is', null)
    .where('retired_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** Takes the number off a retired account, for the account that goes on under it. */
export async function takeNumber(tx: Tx, retired: string): Promise<string> {
  const { rows } = await sql<{ number: string }>`
    with was as (select id, online_account_number from accounts.account where id = ${retired} and retired_at is not null)
    update accounts.account set online_account_number = null from was where account.id = was.id
    returning was.online_account_number as number`.execute(tx)
  const number = rows[0]?.number
  if (!number) throw new Error('A retired account has a number to give')
  return number
}
