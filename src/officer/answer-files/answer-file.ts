import type { CheckRefusal, FileState } from '../../evidence/index.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { FileKind } from '../../platform/preview/index.ts'

/** A file that an officer gathers for their next answer. */
export interface AnswerFile {
  /** The scan that checks it. */
  readonly id: string
  readonly name: string
  readonly type: FileKind
  readonly sizeBytes: number
  readonly pages: number | null
  readonly state: FileState
  readonly refusal: CheckRefusal | null
  /** Since when there is no verdict on it: the scanner is away, and we try again. */
  readonly unscannedSince: Temporal.Instant | null
}

export const answerFilesMost = 5

/** What was added and never sent is removed after so many days, and its bytes with it. */
export const unsentDays = 7

const place = (caseId: string, scan: string) => ({ person: caseId, table: 'officer.answer_file', row: scan, column: 'name_sealed' })

/** A file's name tells who somebody is as often as its content does. */
export const sealAnswerFileName = (keys: Keys, caseId: string, scan: string, name: string): Buffer => sealText(keys, place(caseId, scan), name)

export const openAnswerFileName = (keys: Keys, caseId: string, scan: string, sealed: Uint8Array): string => openText(keys, place(caseId, scan), sealed)
