import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'

/** What somebody of the office wrote for colleagues about a case. */
export interface CaseNote {
  readonly id: string
  readonly staff: string
  readonly text: string
  readonly at: Temporal.Instant
  readonly isPinned: boolean
  readonly struckAt: Temporal.Instant | null
  /** The note that it corrects. */
  readonly follows: string | null
  /** The author wrote it anew: this one is what it said before. */
  readonly isCorrected: boolean
}

export const noteCharactersMost = 4000

const place = (caseId: string, note: string) => ({ person: caseId, table: 'officer.case_note', row: note, column: 'sealed' })

/** A note speaks of people: it is sealed for the case. */
export const sealNoteText = (keys: Keys, caseId: string, note: string, text: string): Buffer => sealText(keys, place(caseId, note), text)

export const openNoteText = (keys: Keys, caseId: string, note: string, sealed: Buffer): string => openText(keys, place(caseId, note), sealed)
