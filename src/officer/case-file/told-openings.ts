import { query } from '../../platform/operation.ts'
import { asStaffRole, type StaffRole } from '../may.ts'
import { type OpeningReason, openingReasons } from './opening-reasons.ts'
import { listToldOpenings } from './told-openings-store.ts'

/** Office, role, reason and when: what a person learns of who opened their file (A17). Never a name or an id. */
export interface ToldOpening {
  receiptNumber: string
  office: string | null
  role: StaffRole
  reason: OpeningReason
  at: Temporal.Instant
}

export const openingsOnPage = 20

/** Who opened the files of the actor's own cases, the newest first. `page` counts from 1. */
export const openingsOfOwnCases = query({
  name: 'officer.openings-of-own-cases',
  allow: (actor, _input: { page: number }) => actor.kind === 'account' && actor.id !== null,
  async run({ tx }, { page }): Promise<{ openings: ToldOpening[]; total: number }> {
    const rows = await listToldOpenings(tx, openingsOnPage, (page - 1) * openingsOnPage)
    const openings = rows.map(({ receipt_number: receiptNumber, office, role, reason, at }) => ({
      receiptNumber,
      office,
      role: asStaffRole(role) ?? 'officer',
      reason: openingReasons.find((each) => each === reason) ?? 'other',
      at,
    }))
    return { openings, total: rows[0]?.total ?? 0 }
  },
})
