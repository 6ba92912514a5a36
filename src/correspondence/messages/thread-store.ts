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

export type UnreadRow = { threads: number; unread: number; notices: number; unopened: number; moments: readonly { at: string; side: Side }[] | null; transfers: readonly { at: string; from: string | null }[] | null }

const momentsMost = 100

const newestMoments = (caseId: string) => sql`(select json_agg(json_build_object('at', newest.at, 'side', newest.side)) from (
  select said.at, said.side from correspondence.message said join correspondence.thread own on own.id = said.thread
  where own."case" = ${caseId} order by said.at desc limit ${momentsMost}) newest)`

/** When a case went to another office and which one had it before, the oldest first. */
const transfersColumn = (caseId: string) => sql`(select json_agg(json_build_object('at', its.at, 'from', its.from_office) order by its.at)
  from correspondence.transfer its where its."case" = ${caseId})`

/** How many notices a case has, and how many of those that count somebody has not opened. */
const noticeCounts = (caseId: string, accounts: readonly string[]) => sql`
  select count(*)::int as notices, count(*) filter (where its.ended_at is null and not exists (
    select from correspondence.notice_opening opening where opening.notice = its.id and opening.account = any (${accounts}::uuid[])))::int as unopened
  from correspondence.notice its where its."case" = ${caseId}`

/** How many conversations and notices a case has, what of them somebody has not read, when the newest messages of all were sent, and which offices had it: in one statement, for the page of the case. */
export async function countUnread(tx: Tx, caseId: string, accounts: readonly string[]): Promise<UnreadRow> {
  const { rows } = await sql<UnreadRow>`
    select said.*, issued.*, ${newestMoments(caseId)} as moments, ${transfersColumn(caseId)} as transfers
    from (select count(*)::int as threads, coalesce(sum(${unreadColumn(accounts)}), 0)::int as unread
      from correspondence.thread its where its."case" = ${caseId}) said
    cross join (${noticeCounts(caseId, accounts)}) issued`.execute(tx)
  return rows[0] ?? { threads: 0, unread: 0, notices: 0, unopened: 0, moments: null, transfers: null }
}

interface Listing {
  readonly topic: string | null
  readonly after: { readonly since: Temporal.Instant; readonly id: string } | null
  readonly most: number
}

const aboutTopic = (topic: string | null) => (topic === null ? sql`` : sql`and its.topic = ${topic}`)

/** Conversations that wait for the agency, the one that has waited longest first, after a place in that order. */
export async function listWaiting(tx: Tx, { topic, after, most }: Listing): Promise<ThreadRow[]> {
  const place = after ? sql`and (its.waits_since, its.id) > (${after.since}::timestamptz, ${after.id}::uuid)` : sql``
  const { rows } = await sql<ThreadRow>`
    select its.* from correspondence.thread its
    where its.state = 'waits' ${aboutTopic(topic)} ${place}
    order by its.waits_since, its.id
    limit ${most}`.execute(tx)
  return rows
}

/** Conversations in some states, of one case or of all, the one with the newest message first, after a place in that order. Each state is read along its index. */
export async function listInStates(tx: Tx, { states, caseId, topic, after, most }: Listing & { states: readonly ThreadState[]; caseId: string | null }): Promise<ThreadRow[]> {
  const place = after ? sql`and (its.last_at, its.id) < (${after.since}::timestamptz, ${after.id}::uuid)` : sql``
  const ofCase = caseId === null ? sql`` : sql`and its."case" = ${caseId}::uuid`
  const inState = (state: ThreadState) => sql`(select its.* from correspondence.thread its
    where its.state = ${state} ${ofCase} ${aboutTopic(topic)} ${place}
    order by its.last_at desc, its.id desc
    limit ${most})`
  const { rows } = await sql<ThreadRow>`
    select found.* from (${sql.join(states.map(inState), sql` union all `)}) found
    order by found.last_at desc, found.id desc
    limit ${most}`.execute(tx)
  return rows
}

export async function countWaiting(tx: Tx): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from correspondence.thread where state = 'waits'`.execute(tx)
  return rows[0]?.waiting ?? 0
}
