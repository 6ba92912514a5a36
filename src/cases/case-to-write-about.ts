import type { Tx } from '../platform/db/transaction.ts'
import { findCaseToWriteAbout } from './case-store.ts'

/** What a notice says of the case that it is about. */
export interface CaseToWriteAbout {
  readonly receiptNumber: string
  readonly form: string
  readonly receivedOn: Temporal.PlainDate
  readonly office: string | null
}

/** A case where the rights of who acts let it be seen; null: there is none for them. */
export async function caseToWriteAbout(tx: Tx, caseId: string): Promise<CaseToWriteAbout | null> {
  const row = await findCaseToWriteAbout(tx, caseId)
  return row ? { receiptNumber: row.receipt_number, form: row.form, receivedOn: row.received_on, office: row.office } : null
}
