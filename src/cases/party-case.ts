import { accountsOf } from '../platform/actor.ts'
import type { OperationContext } from '../platform/operation.ts'
import type { PartyRole } from './case.ts'
import { type CaseAct, mayOnCase } from './representatives/case-acts.ts'
import { findPartyCase } from './own-case-store.ts'

/** A case and what the person who asks is on it now. */
export interface PartyCase {
  readonly id: string
  readonly receiptNumber: string
  readonly form: string
  readonly role: PartyRole
}

/**
 * The case of this receipt number for a person who is on it now and may do this there; null for one that is not theirs, was theirs, or
 * is not, and where it is not theirs to do.
 */
export async function partyCase({ tx, actor }: Pick<OperationContext, 'tx' | 'actor'>, receiptNumber: string, act: CaseAct): Promise<PartyCase | null> {
  const row = await findPartyCase(tx, accountsOf(actor), receiptNumber)
  return row && mayOnCase(row.role, act) ? { id: row.id, receiptNumber: row.receipt_number, form: row.form, role: row.role } : null
}
