import type { AgencyPack, StatusEntry } from '../../agency/index.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'

export const aboutCharactersMost = 1000

/** Evidence that somebody sent about a pending case without being asked. */
export interface SentEvidence {
  readonly id: string
  readonly receiptNumber: string
  readonly side: 'person' | 'representative'
  readonly account: string
  readonly tray: string
  /** What they say it is. */
  readonly about: string
  readonly at: Temporal.Instant
  /** When an officer had looked at it; null: not yet. */
  readonly seenAt: Temporal.Instant | null
}

/** The status that says that something came which was not asked for. */
const correspondenceReceived = 'correspondence-received'

/** To which status a case goes on from where it stands; null: it stays, since something is asked, or the table has no such way. */
export const statusAfter = (agency: AgencyPack, { next, asks }: StatusEntry): string | null =>
  !asks && agency.statuses.some(({ code }) => code === correspondenceReceived) && next.includes(correspondenceReceived) ? correspondenceReceived : null

const place = (caseId: string, id: string) => ({ person: caseId, table: 'correspondence.additional_evidence', row: id, column: 'sealed' })

export const sealAbout = (keys: Keys, caseId: string, id: string, about: string): Buffer => sealText(keys, place(caseId, id), about)
export const openAbout = (keys: Keys, caseId: string, id: string, sealed: Uint8Array): string => openText(keys, place(caseId, id), sealed)
