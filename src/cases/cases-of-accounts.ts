import type { AgencyPack } from '../agency/index.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { type PartyRole, statusEntry } from './case.ts'
import { listHeldCases } from './held-store.ts'

/** A case that one of a person's accounts is related to. */
export interface CaseOfAccount {
  readonly id: string
  readonly receiptNumber: string
  readonly form: string
  readonly office: string | null
  readonly status: string
  readonly role: PartyRole
}

/** The cases these accounts are related to now, under the rights of the caller's transaction. */
export async function casesOfAccounts(tx: Tx, accounts: readonly string[]): Promise<CaseOfAccount[]> {
  return (await listHeldCases(tx, accounts)).map(({ id, receipt_number: receiptNumber, form, office, status, role }) => ({
    id,
    receiptNumber,
    form,
    office,
    status,
    role: role as PartyRole,
  }))
}

/** Those of them of which something is still expected: their status is not one that ends a case. */
export async function casesThatWait(tx: Tx, agency: AgencyPack, accounts: readonly string[]): Promise<CaseOfAccount[]> {
  return (await casesOfAccounts(tx, accounts)).filter(({ status }) => !statusEntry(agency, status).final)
}
