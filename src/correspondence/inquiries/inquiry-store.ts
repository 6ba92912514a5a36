import { type Insertable, type Selectable, sql } from 'kysely'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Inquiry, openInquiry } from './inquiry.ts'

type Table = DB['correspondence.inquiry']
const columns = ['id', 'case', 'receipt_number', 'account', 'side', 'reason', 'sealed', 'at', 'expected_on', 'answered_at', 'outcome', 'answer_sealed'] as const
export type InquiryRow = Pick<Selectable<Table>, (typeof columns)[number]>

export const inquiryOf = (keys: Keys, row: InquiryRow): Inquiry => ({
  id: row.id,
  caseId: row.case,
  receiptNumber: row.receipt_number,
  side: row.side as Inquiry['side'],
  reason: row.reason,
  text: openInquiry(keys, row.case, row.id, row.sealed),
  at: row.at,
  expectedOn: row.expected_on,
  answer:
    row.answered_at && row.outcome && row.answer_sealed
      ? { at: row.answered_at, outcome: row.outcome, text: openInquiry(keys, row.case, row.id, row.answer_sealed, 'answer_sealed') }
      : null,
})

/** False: one with this reason waits for its answer, or this press has asked before. */
export async function insertInquiry(tx: Tx, asked: Insertable<Table>): Promise<boolean> {
  const row = await tx.insertInto('correspondence.inquiry').values(asked).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  return row !== undefined
}

export const listInquiries = (tx: Tx, cases: readonly string[], most: number): Promise<InquiryRow[]> =>
  cases.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('correspondence.inquiry').select(columns).where('case', 'in', cases).orderBy('at', 'desc').orderBy('id').limit(most).execute()

export const findInquiry = (tx: Tx, { id, caseId }: { id: string; caseId: string }): Promise<InquiryRow | undefined> =>
  tx.selectFrom('correspondence.inquiry').select(columns).where('id', '=', id).where('case', '=', caseId).executeTakeFirst()

export interface WaitingInquiry {
  readonly id: string
  readonly receipt_number: string
  readonly reason: string
  readonly at: Temporal.Instant
  readonly expected_on: Temporal.PlainDate
}

/** What waits for an answer, what is due first, after a place in that order. */
export async function listWaitingInquiries(tx: Tx, { after, most }: { after: { on: string; id: string } | null; most: number }): Promise<WaitingInquiry[]> {
  const place = after ? sql`and (its.expected_on, its.id) > (${after.on}::date, ${after.id}::uuid)` : sql``
  const { rows } = await sql<WaitingInquiry>`
    select its.id, its.receipt_number, its.reason, its.at, its.expected_on from correspondence.inquiry its
    where its.answered_at is null ${place} order by its.expected_on, its.id limit ${most}`.execute(tx)
  return rows
}

/** False: it was answered before. */
export async function markAnswered(
  tx: Tx,
  { id, at, by, outcome, sealed }: { id: string; at: Temporal.Instant; by: string; outcome: string; sealed: Buffer },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('correspondence.inquiry')
    .set({ answered_at: at, answered_by: by, outcome, answer_sealed: sealed })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
