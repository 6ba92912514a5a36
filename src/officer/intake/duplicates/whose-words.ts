import { openText, sealText } from '../../../platform/crypto/field.ts'
import type { Keys } from '../../../platform/crypto/keys.ts'

const place = (caseId: string, act: string) => ({ person: caseId, table: 'officer.duplicate_act', row: act, column: 'reason_sealed' })

/** Why an officer found whose a form is, in their own words. */
export const sealWhy = (keys: Keys, caseId: string, act: string, why: string): Buffer => sealText(keys, place(caseId, act), why)

export const openWhy = (keys: Keys, caseId: string, act: string, sealed: Buffer): string => openText(keys, place(caseId, act), sealed)
