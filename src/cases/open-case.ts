import { newId } from '../platform/ids.ts'
import type { OperationContext } from '../platform/operation.ts'
import { type Channel, type PartyRole, statusEntry } from './case.ts'
import { type CaseToOpen, insertCase, nextReceiptSequence } from './case-store.ts'
import { insertParty } from './paper-link/claim-store.ts'
import { issueReceiptNumber } from './receipt-number.ts'

export interface Opening {
  form: string
  channel: Channel
  /** Null: a paper case that nobody has an account for yet. */
  account: string | null
  role?: PartyRole
  /** Who represents the person on it from the first moment; left out or null: nobody. */
  representative?: string | null
  /** The day it counts as received, where the agency is. */
  receivedOn: Temporal.PlainDate
  office: string | null
  /** A code of the agency's status table that may open a case. */
  status: string
  /** The number a paper case came with; left out, one is issued. */
  receiptNumber?: string
  /** Nobody but its parties and the office learns that it exists. */
  isProtected?: boolean
}

/** A paper case came with a number that another case has. */
export class ReceiptNumberTaken extends Error {
  override name = 'ReceiptNumberTaken'
}

/**
 * Opens a case inside the caller's operation and transaction: its row, its first status, its party.
 * An account opens only cases of its own; staff and jobs open any.
 * @throws {ReceiptNumberTaken} for a given number that exists; an issued one skips numbers that exist
 */
export async function openCase(
  { tx, actor, now, services }: Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services'>,
  opening: Opening,
): Promise<{ caseId: string; receiptNumber: string }> {
  if (!statusEntry(services.agency, opening.status).opens) throw new Error(`No case opens as ${opening.status}`)
  const { form, channel, account, receivedOn, office, status } = opening
  const caseId = newId()
  const role = account === null ? null : (opening.role ?? 'applicant')
  const isProtected = opening.isProtected ?? false
  const by = actor.id ?? actor.kind
  const row = { id: caseId, form, channel, status, receivedOn, office, isProtected, account, role, at: now, by }
  const insert = async (receiptNumber: string) => {
    const isNew = await insertCase(tx, { ...row, receiptNumber } satisfies CaseToOpen)
    if (isNew && opening.representative) await insertParty(tx, { case: caseId, account: opening.representative, role: 'representative', from_at: now })
    return isNew
  }
  if (opening.receiptNumber !== undefined) {
    if (await insert(opening.receiptNumber)) return { caseId, receiptNumber: opening.receiptNumber }
    throw new ReceiptNumberTaken('Another case has this receipt number')
  }
  for (;;) {
    const receiptNumber = issueReceiptNumber(services.keys, await nextReceiptSequence(tx))
    if (await insert(receiptNumber)) return { caseId, receiptNumber }
  }
}
