import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'

/** Why a file may be opened. The people of the case are told the reason chosen, never the officer's own words. */
export const openingReasons = [
  'work-on-case',
  'answer-inquiry',
  'second-review',
  'correct-record',
  'legal-request',
  'other',
] as const
/** Nobody chooses it: a form was held against another, to find out whose it is. */
export const comparingReason = 'compare-forms'
/** What was done with a single paper of a case, read off the record of what was done: nobody chooses it either. */
export const lookReasons = ['read-document', 'scan-paper', 'take-in-paper'] as const
export type OpeningReason = (typeof openingReasons)[number] | typeof comparingReason | (typeof lookReasons)[number]

const place = (caseId: string, opening: string) => ({
  person: caseId,
  table: 'officer.file_opening',
  row: opening,
  column: 'note_sealed',
})

export const sealNote = (keys: Keys, caseId: string, opening: string, note: string): Buffer =>
  sealText(keys, place(caseId, opening), note)

export const openNote = (keys: Keys, caseId: string, opening: string, sealed: Buffer): string =>
  openText(keys, place(caseId, opening), sealed)
