import { openText, sealText } from '../platform/crypto/field.ts'
import type { Keys } from '../platform/crypto/keys.ts'

const place = (caseId: string, change: string) => ({
  person: caseId,
  table: 'cases.status_change',
  row: change,
  column: 'reason_sealed',
})

/** An officer's reason often speaks of the person: it is sealed for the case, and only the office reads it. */
export const sealReason = (keys: Keys, caseId: string, change: string, reason: string): Buffer =>
  sealText(keys, place(caseId, change), reason)

export const openReason = (keys: Keys, caseId: string, change: string, sealed: Uint8Array): string =>
  openText(keys, place(caseId, change), sealed)
