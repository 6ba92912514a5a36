import { type Insertable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Side, Thread, ThreadState } from './message.ts'

export interface ThreadRow {
  id: string
  case: string
  receipt_number: string
  topic: string
  opened_at: Temporal.Instant
  opened_by: string
  messages: number
  last_at: Temporal.Instant
  state: string
  waits_since: Temporal.Instant | null
}

export const threadOf = (row: ThreadRow): Thread => ({
  id: row.id,
  caseId: row.case,
  receiptNumber: row.receipt_number,
  topic: row.topic,
  openedAt: row.opened_at,
  openedBy: row.opened_by as Side,
  messages: row.messages,
  lastAt: row.last_at,
  state: row.state as ThreadState,
  waitsSince: row.waits_since,
})

/** False: this press has begun it before. */
export async function insertThread(tx: Tx, thread: Insertable<DB['correspondence.thread']>): Promise<boolean> {
  const row = await tx
    .insertInto('correspondence.thread')
    .values(thread)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Locks a conversation, so that of two who write at once the second sees what the first wrote. */
export const lockThread = (tx: Tx, { id, receiptNumber }: { id: string; receiptNumber: string }): Promise<ThreadRow | undefined> =>
  tx.selectFrom('correspondence.thread').selectAll().where('id', '=', id).where('receipt_number', '=', receiptNumber).forUpdate().executeTakeFirst()

export async function isThreadOf(tx: Tx, { id, caseId }: { id: string; caseId: string }): Promise<boolean> {
  const row = await tx.selectFrom('correspondence.thread').select('id').where('id', '=', id).where('case', '=', caseId).executeTakeFirst()
  return row !== undefined
}

export async function markThread(
  tx: Tx,
  id: string,
  change: { messages: number; last_at: Temporal.Instant; state: ThreadState; waits_since: Temporal.Instant | null },
): Promise<void> {
  await tx.updateTable('correspondence.thread').set(change).where('id', '=', id).execute()
}

/** What somebody has not read: written by others, after what they had read up to. */
const unreadColumn = (accounts: readonly string[]) => sql<number>`(
  select count(*)::int from correspondence.message said
  where said.thread = its.id and (said.account is null or said.account <> all (${accounts}::uuid[]))
    and said.ordinal > coalesce((
      select max(reading.up_to) from correspondence.reading where reading.thread = its.id and reading.account = any (${accounts}::uuid[])), 0))`

export type ListedThreadRow = ThreadRow & { unread: number; total: number }

/** The conversations of a case, the one with the newest message first, and how many there are in all. */
export async function listThreads(
  tx: Tx,
  { caseId, accounts, from, most }: { caseId: string; accounts: readonly string[]; from: number; most: number },
): Promise<ListedThreadRow[]> {
  const { rows } = await sql<ListedThreadRow>`
    select its.*, ${unreadColumn(accounts)} as unread, count(*) over ()::int as total
    from correspondence.thread its
    where its."case" = ${caseId}
    order by its.last_at desc, its.id
    limit ${most} offset ${from}`.execute(tx)
  return rows
}

/** How many conversations a case has, and how many messages in them somebody has not read. */
export async function countUnread(tx: Tx, caseId: string, accounts: readonly string[]): Promise<{ threads: number; unread: number }> {
  const { rows } = await sql<{ threads: number; unread: number }>`
    select count(*)::int as threads, coalesce(sum(${unreadColumn(accounts)}), 0)::int as unread
    from correspondence.thread its where its."case" = ${caseId}`.execute(tx)
  return rows[0] ?? { threads: 0, unread: 0 }
}

/** Conversations that wait for the agency, the one that has waited longest first, after a place in that order. */
export async function listWaiting(tx: Tx, { after, most }: { after: { since: Temporal.Instant; id: string } | null; most: number }): Promise<ThreadRow[]> {
  const place = after ? sql`and (its.waits_since, its.id) > (${after.since}::timestamptz, ${after.id}::uuid)` : sql``
  const { rows } = await sql<ThreadRow>`
    select its.* from correspondence.thread its
    where its.state = 'waits' ${place}
    order by its.waits_since, its.id
    limit ${most}`.execute(tx)
  return rows
}

export async function countWaiting(tx: Tx): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from correspondence.thread where state = 'waits'`.execute(tx)
  return rows[0]?.waiting ?? 0
}
