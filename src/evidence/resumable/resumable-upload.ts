import type { Keys } from '../../platform/crypto/keys.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { FileKind } from '../../platform/preview/index.ts'
import { keysOf, partKey } from '../../platform/storage/index.ts'
import type { UploadRow } from './resumable-store.ts'

/** An upload nobody goes on with is swept this long after its last part. */
export const uploadHours = 24

/** Bytes of one stored part at most: what a killed process loses, and what one write to a bucket holds in memory. */
export const partBytesMost = 4 * 1024 * 1024

/** A connection that broke leaves what it brought, unless that is less: a part costs more than sending it again. */
export const partBytesLeast = 64 * 1024

/** More parts than the worst line needs; the table takes no more. */
export const partsMost = 1000

/** An upload as its owner may see it. `outcome` null: it is not all here yet. */
export interface ResumableUpload {
  readonly id: string
  readonly account: string
  readonly draft: string
  readonly document: string
  /** The file that it is the translation of; null: it is a document itself. */
  readonly translates: string | null
  readonly name: string
  readonly type: FileKind | null
  readonly sizeBytes: number
  readonly offsetBytes: number
  readonly storageKey: string
  readonly parts: readonly number[]
  readonly expiresAt: Temporal.Instant
  readonly outcome: 'received' | 'doubled' | null
}

const namePlace = (account: string, id: string) => ({
  person: account,
  table: 'evidence.resumable_upload',
  row: id,
  column: 'name_sealed',
})

export const sealUploadName = (keys: Keys, account: string, id: string, name: string): Buffer =>
  sealText(keys, namePlace(account, id), name)

export const resumableUpload = (keys: Keys, row: UploadRow): ResumableUpload => ({
  id: row.id,
  account: row.account,
  draft: row.draft,
  document: row.document,
  translates: row.translates,
  name: openText(keys, namePlace(row.account, row.id), row.name_sealed),
  type: row.type as FileKind | null,
  sizeBytes: row.size_bytes,
  offsetBytes: row.offset_bytes,
  storageKey: row.storage_key,
  parts: row.parts,
  expiresAt: row.expires_at,
  outcome: row.outcome as ResumableUpload['outcome'],
})

interface ToldAgain {
  draft: string
  document: string
  translates?: string | undefined
  fileName: string
  sizeBytes: number
  changedAt: string
}

/** What tells the same file again when it is chosen again, on whichever device: kept as a hash, nothing of it can be read back. */
export const sameFileValue = (file: ToldAgain) => [
  file.draft,
  file.document,
  file.fileName,
  `${file.sizeBytes}`,
  file.changedAt,
  ...(file.translates ? [file.translates] : []),
]

/** Every key under which something of an upload may lie: parts that were recorded, and parts that were tried. */
export const keysTried = (storageKey: string, partsTried: number): string[] =>
  Array.from({ length: partsTried }, (_, index) => partKey(storageKey, index + 1))

/** Those of them that are no part of the file which the upload became. */
export function keysLeftOver(storageKey: string, parts: readonly number[], partsTried: number): string[] {
  const kept = new Set(keysOf({ storageKey, parts }))
  return keysTried(storageKey, partsTried).filter((key) => !kept.has(key))
}
