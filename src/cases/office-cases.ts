import { type CaseAddresses, openCaseAddresses } from './address/case-address.ts'
import { listAddressChanges } from './address/case-address-store.ts'
import { query } from '../platform/operation.ts'
import type { Case, PartyRole, StatusChange } from './case.ts'
import type { CaseDocument } from './case-document.ts'
import { mailForOffice, type OfficeMail } from './later-paper/office-mail.ts'
import { mayReadAnyCase } from './may.ts'
import { findCase, listChanges, listParties } from './office-case-store.ts'
import { caseOf, documentsOf } from './own-case-store.ts'
import { openReason } from './reason.ts'

/** A step of the course with who entered it and why, for the office only. */
export interface OfficeChange extends StatusChange {
  readonly by: { readonly kind: string; readonly id: string }
  readonly reason: string | null
}

export interface OfficeCase extends Case {
  readonly isProtected: boolean
  readonly course: readonly OfficeChange[]
  readonly documents: readonly CaseDocument[]
  readonly parties: readonly { account: string; role: PartyRole; fromAt: Temporal.Instant }[]
  /** The addresses its people gave on it, newest first. */
  readonly addresses: readonly OfficeAddresses[]
  /** What came by mail for it, and whose mail comes back. */
  readonly mail: OfficeMail
}

export interface OfficeAddresses extends CaseAddresses {
  /** Null: it came on paper, and nobody has an account for the case. */
  readonly account: string | null
  readonly at: Temporal.Instant
}

const addressesMost = 50

/** A case for the office, by receipt number; null when there is none. Whoever shows it asks for a reason first. */
export const caseForOffice = query({
  name: 'cases.case-for-office',
  allow: (actor, _input: { receiptNumber: string }) => mayReadAnyCase(actor),
  async run(context, { receiptNumber }): Promise<OfficeCase | null> {
    const { tx, services } = context
    const row = await findCase(tx, receiptNumber)
    if (!row) return null
    const changes = await listChanges(tx, row.id)
    const parties = await listParties(tx, row.id)
    const addresses = await listAddressChanges(tx, row.id, addressesMost)
    const reasonOf = ({ id, reason_sealed: sealed }: (typeof changes)[number]) =>
      sealed ? openReason(services.keys, row.id, id, sealed) : null
    return {
      ...caseOf(row),
      isProtected: row.protected,
      mail: await mailForOffice(context, row.id),
      documents: documentsOf(row.documents),
      addresses: addresses.map(({ id, account, at, sealed }) => ({
        ...openCaseAddresses(services.keys, row.id, id, sealed),
        account,
        at,
      })),
      parties: parties.map(({ account, role, from_at }) => ({ account, role, fromAt: from_at })),
      course: changes.map((change) => ({
        status: change.status,
        on: change.effective_on,
        at: change.at,
        by: { kind: change.by_kind, id: change.by_id },
        reason: reasonOf(change),
      })),
    }
  },
})
