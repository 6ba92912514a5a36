import { query } from '../../platform/operation.ts'
import { asStaffRole, type StaffRole } from '../may.ts'
import { type SupportReason, supportReasons } from '../support/open-request.ts'
import { comparingReason, lookReasons, type OpeningReason, openingReasons } from './opening-reasons.ts'
import { listToldOpenings, type ToldOpeningRow } from './told-openings-store.ts'

/** Office, role, reason and when: what a person learns of who opened their file (A17). Never a name or an id. */
interface Told {
  role: StaffRole
  at: Temporal.Instant
}

/** Of a case, of the office's page of the person, or of a request to support that named the person's account. */
export type ToldOpening = Told &
  (
    | { kind: 'case'; receiptNumber: string; office: string | null; reason: OpeningReason }
    | { kind: 'person'; reason: OpeningReason }
    | { kind: 'support'; trackingNumber: string; reason: SupportReason }
  )

export const openingsOnPage = 20

function toldOf({ kind, named, office, role: asRole, reason, at }: ToldOpeningRow): ToldOpening {
  const told = { role: asStaffRole(asRole) ?? 'officer', at }
  if (kind === 'support')
    return { ...told, kind, trackingNumber: named, reason: supportReasons.find((each) => each === reason) ?? 'answer-request' }
  const its = ([...openingReasons, comparingReason, ...lookReasons] as const).find((each) => each === reason) ?? 'other'
  return kind === 'person' ? { ...told, kind, reason: its } : { ...told, kind, receiptNumber: named, office, reason: its }
}

/** Who opened the actor's own file: cases and requests to support, the newest first. `page` counts from 1. */
export const openingsOfOwnFile = query({
  name: 'officer.openings-of-own-file',
  allow: (actor, _input: { page: number }) => actor.kind === 'account' && actor.id !== null,
  async run({ tx }, { page }): Promise<{ openings: ToldOpening[]; total: number }> {
    const rows = await listToldOpenings(tx, openingsOnPage, (page - 1) * openingsOnPage)
    return { openings: rows.map(toldOf), total: rows[0]?.total ?? 0 }
  },
})
