import { type Insertable, type Selectable, sql } from 'kysely'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { openAbout, type SentEvidence } from './additional.ts'

type Table = DB['correspondence.additional_evidence']
const columns = ['id', 'case', 'receipt_number', 'account', 'side', 'tray', 'sealed', 'at', 'seen_at'] as const
export type AdditionalRow = Pick<Selectable<Table>, (typeof columns)[number]>

export const sentEvidence = (keys: Keys, row: AdditionalRow): SentEvidence => ({
  id: row.id,
  receiptNumber: row.receipt_number,
  side: row.side as SentEvidence['side'],
  account: row.account,
  tray: row.tray,
  about: openAbout(keys, row.case, row.id, row.sealed),
  at: row.at,
  seenAt: row.seen_at,
})

export async function insertAdditional(tx: Tx, sent: Insertable<Table>): Promise<void> {
  await tx.insertInto('correspondence.additional_evidence').values(sent).execute()
}

export async function isAdditionalSent(tx: Tx, id: string, caseId: string): Promise<boolean> {
  const row = await tx.selectFrom('correspondence.additional_evidence').select('id').where('id', '=', id).where('case', '=', caseId).executeTakeFirst()
  return row !== undefined
}

/** What was sent about a case, the last first. */
export const listAdditional = (tx: Tx, caseId: string, most: number): Promise<AdditionalRow[]> =>
  tx.selectFrom('correspondence.additional_evidence').select(columns).where('case', '=', caseId).orderBy('at', 'desc').orderBy('id').limit(most).execute()

export const listAdditionalOf = (tx: Tx, cases: readonly string[]): Promise<AdditionalRow[]> =>
  cases.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('correspondence.additional_evidence').select(columns).where('case', 'in', cases).orderBy('at').orderBy('id').execute()

/** What no officer has looked at, the longest wait first, after a place in that order. */
export async function listUnseen(tx: Tx, { after, most }: { after: { since: Temporal.Instant; id: string } | null; most: number }) {
  const place = after ? sql`and (its.at, its.id) > (${after.since}::timestamptz, ${after.id}::uuid)` : sql``
  const { rows } = await sql<{ id: string; receipt_number: string; side: string; at: Temporal.Instant }>`
    select its.id, its.receipt_number, its.side, its.at from correspondence.additional_evidence its
    where its.seen_at is null ${place} order by its.at, its.id limit ${most}`.execute(tx)
  return rows
}

/** True: it is seen now, and was not before. */
export async function markSeen(tx: Tx, { id, caseId, at, by }: { id: string; caseId: string; at: Temporal.Instant; by: string }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('correspondence.additional_evidence')
    .set({ seen_at: at, seen_by: by })
    .where('id', '=', id)
    .where('case', '=', caseId)
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
