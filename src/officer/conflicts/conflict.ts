import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'

/** Why somebody may not work on a case. */
export const conflictReasons = ['own-case', 'relative', 'close-person', 'money', 'other'] as const
export type ConflictReason = (typeof conflictReasons)[number]

export interface Conflict {
  readonly id: string
  readonly receiptNumber: string
  readonly staff: string
  readonly why: ConflictReason
  readonly note: string
  readonly declaredAt: Temporal.Instant
}

type Column = 'note_sealed' | 'lift_note_sealed'
const place = (caseId: string, row: string, column: Column) => ({ person: caseId, table: 'officer.conflict', row, column })

export const sealConflictNote = (keys: Keys, caseId: string, id: string, column: Column, text: string): Buffer | null =>
  text === '' ? null : sealText(keys, place(caseId, id, column), text)

export const openConflictNote = (keys: Keys, caseId: string, id: string, sealed: Uint8Array | null): string =>
  sealed === null ? '' : openText(keys, place(caseId, id, 'note_sealed'), sealed)
