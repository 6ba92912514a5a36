import { type Insertable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Copy, EndedAs } from './notice.ts'

/** Null: the case has a notice of this kind and source already. */
export async function insertNotice(tx: Tx, notice: Insertable<DB['correspondence.notice']>): Promise<string | null> {
  const row = await tx
    .insertInto('correspondence.notice')
    .values(notice)
    .onConflict((conflict) => conflict.columns(['case', 'kind', 'source']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export const findNoticeOf = (tx: Tx, { caseId, kind, source }: { caseId: string; kind: string; source: string }): Promise<{ id: string; code: string } | undefined> =>
  tx.selectFrom('correspondence.notice').select(['id', 'code']).where('case', '=', caseId).where('kind', '=', kind).where('source', '=', source).executeTakeFirst()

export interface NoticeRow {
  id: string
  case: string
  receipt_number: string
  kind: string
  issued_at: Temporal.Instant
  issued_on: Temporal.PlainDate
  code: string
  text_sha256: string
  signature: string
  sealed: Buffer
  told_at: Temporal.Instant | null
  ended_as: string | null
}

const columns = ['id', 'case', 'receipt_number', 'kind', 'issued_at', 'issued_on', 'code', 'text_sha256', 'signature', 'sealed', 'told_at', 'ended_as'] as const

/** A notice where the actor's rights let it be seen. */
export const findNotice = (tx: Tx, id: string): Promise<NoticeRow | undefined> =>
  tx.selectFrom('correspondence.notice').select(columns).where('id', '=', id).executeTakeFirst()

/** The notices of these cases that still count, the oldest first. */
export async function listNoticesWaiting(tx: Tx, cases: readonly string[]): Promise<string[]> {
  if (cases.length === 0) return []
  const rows = await tx.selectFrom('correspondence.notice').select('id').where('case', 'in', cases).where('ended_at', 'is', null).orderBy('issued_at').execute()
  return rows.map(({ id }) => id)
}

/** False: its people were told before. */
export async function markTold(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('correspondence.notice').set({ told_at: at }).where('id', '=', id).where('told_at', 'is', null).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False: it does not count any more since before. */
export async function markEnded(tx: Tx, id: string, { at, as }: { at: Temporal.Instant; as: EndedAs }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('correspondence.notice')
    .set({ ended_at: at, ended_as: as })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type ListedRow = NoticeRow & { opened_at: Temporal.Instant | null; paper: boolean }

/** When the first of these accounts opened it, and whether the copy that is for them was made. */
const listedColumns = (accounts: readonly string[]) => sql`its.*,
  (select min(opening.at) from correspondence.notice_opening opening where opening.notice = its.id and opening.account = any (${accounts}::uuid[])) as opened_at,
  exists (select from correspondence.notice_paper made where made.notice = its.id) as paper`

/** The notices of a case for who reads, the newest first, and how many there are in all. */
export async function listNotices(
  tx: Tx,
  { caseId, accounts, from, most }: { caseId: string; accounts: readonly string[]; from: number; most: number },
): Promise<(ListedRow & { total: number })[]> {
  const { rows } = await sql<ListedRow & { total: number }>`
    select ${listedColumns(accounts)}, count(*) over ()::int as total
    from correspondence.notice its where its."case" = ${caseId}
    order by its.issued_at desc, its.id limit ${most} offset ${from}`.execute(tx)
  return rows
}

/** One notice of a case of the person who reads, with what they are on it; none of a case that is not theirs. */
export async function findOwnNotice(
  tx: Tx,
  { id, receiptNumber, accounts }: { id: string; receiptNumber: string; accounts: readonly string[] },
): Promise<(ListedRow & { for_themselves: boolean }) | undefined> {
  const { rows } = await sql<ListedRow & { for_themselves: boolean }>`
    select ${listedColumns(accounts)}, correspondence.is_party(its."case", 'person') as for_themselves
    from correspondence.notice its where its.id = ${id} and its.receipt_number = ${receiptNumber}`.execute(tx)
  return rows[0]
}

export interface PaperRow {
  storage_key: string
  sha256: string
  size_bytes: string | number | bigint
}

export const findPaper = (tx: Tx, notice: string, copy: Copy): Promise<PaperRow | undefined> =>
  tx.selectFrom('correspondence.notice_paper').select(['storage_key', 'sha256', 'size_bytes']).where('notice', '=', notice).where('copy', '=', copy).executeTakeFirst()

/** False: another run of the job made it before. */
export async function insertPaper(tx: Tx, paper: Insertable<DB['correspondence.notice_paper']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('correspondence.notice_paper')
    .values(paper)
    .onConflict((conflict) => conflict.columns(['notice', 'copy']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Keeps that somebody opened it; false where they had before. */
export async function insertOpening(tx: Tx, opening: Insertable<DB['correspondence.notice_opening']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('correspondence.notice_opening')
    .values(opening)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Who of each notice's case has opened it, the first first. */
export const listOpenings = (tx: Tx, notices: readonly string[]): Promise<{ notice: string; side: string; at: Temporal.Instant }[]> =>
  notices.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('correspondence.notice_opening').select(['notice', 'side', 'at']).where('notice', 'in', notices).orderBy('at').execute()
