import type { Tx } from '../platform/db/transaction.ts'
import type { PartyRole } from './case.ts'
import { type CaseRow, type DocumentsJson, documentsColumn } from './own-case-store.ts'

export interface OfficeChangeRow {
  id: string
  status: string
  effective_on: Temporal.PlainDate
  at: Temporal.Instant
  by_kind: string
  by_id: string
  reason_sealed: Buffer | null
}

export interface PartyRow {
  account: string
  role: PartyRole
  from_at: Temporal.Instant
}

export async function findCase(
  tx: Tx,
  receiptNumber: string,
): Promise<(CaseRow & { protected: boolean; documents: DocumentsJson | null }) | undefined> {
  return tx
    .selectFrom('cases.case as its')
    .selectAll('its')
    .select(documentsColumn.as('documents'))
    .where('its.receipt_number', '=', receiptNumber)
    .executeTakeFirst()
}

/** The case alone, without its course, its people and its papers. */
export const findCaseBehind = (tx: Tx, receiptNumber: string) =>
  tx
    .selectFrom('cases.case')
    .select(['id', 'receipt_number', 'form', 'channel', 'status', 'received_on', 'protected'])
    .where('receipt_number', '=', receiptNumber)
    .executeTakeFirst()

/** The course with who entered each step and the sealed reasons, oldest first. */
export async function listChanges(tx: Tx, caseId: string): Promise<OfficeChangeRow[]> {
  return tx
    .selectFrom('cases.status_change')
    .select(['id', 'status', 'effective_on', 'at', 'by_kind', 'by_id', 'reason_sealed'])
    .where('case', '=', caseId)
    .orderBy('ordinal')
    .limit(1000)
    .execute()
}

export async function listParties(tx: Tx, caseId: string): Promise<PartyRow[]> {
  const rows = await tx
    .selectFrom('cases.party')
    .select(['account', 'role', 'from_at'])
    .where('case', '=', caseId)
    .where('until_at', 'is', null)
    .orderBy('from_at')
    .limit(100)
    .execute()
  return rows as PartyRow[]
}
