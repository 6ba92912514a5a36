import type { Readable } from 'node:stream'
import { openText, sealText } from '../platform/crypto/field.ts'
import type { Keys } from '../platform/crypto/keys.ts'
import { sealedFile } from '../platform/crypto/sealed-file.ts'
import type { FileKind } from '../platform/preview/index.ts'
import type { Services } from '../platform/services.ts'
import { openSealed, type StoredBytes } from '../platform/storage/index.ts'
import { markOf, openDescription } from './description/sealed-description.ts'
import type { CheckRefusal, EvidenceFile, FileState } from './evidence-file.ts'
import type { FileRow } from './evidence-store.ts'

const namePlace = (account: string, id: string) => ({
  person: account,
  table: 'evidence.file',
  row: id,
  column: 'name_sealed',
})

/** A file's name tells who someone is as often as its content does: it is kept sealed. */
export const sealName = (keys: Keys, account: string, id: string, name: string): Buffer =>
  sealText(keys, namePlace(account, id), name)

/** A row as its owner may see it: the name opened, where the bytes lie left out. */
export function evidenceFile(keys: Keys, row: FileRow): EvidenceFile {
  return {
    id: row.id,
    draft: row.draft,
    document: row.document,
    translates: row.translates,
    name: openText(keys, namePlace(row.account, row.id), row.name_sealed),
    type: row.type as FileKind,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    state: row.state as FileState,
    refusal: row.refusal as CheckRefusal | null,
    unscannedSince: row.state === 'received' ? row.unscanned_since : null,
    pages: row.pages,
    previews: row.previews,
    isShown: row.state === 'clean' && (row.type === 'pdf' || row.shown_copy_at !== null),
    description: openDescription(keys, row),
    descriptionMark: markOf(row),
    uploadedAt: row.uploaded_at,
  }
}

/** Where bytes are to lie, and whose they are. */
export interface Place {
  account: string
  storageKey: string
}

/** Bytes as they come, sealed for this place. */
export const sealedFor = (keys: Keys, { account, storageKey }: Place, bytes: Iterable<Buffer> | AsyncIterable<Buffer>): Readable =>
  sealedFile(keys, { owner: account, file: storageKey }, bytes)

/** The file that a row of `evidence.file` or a list of them names. */
export interface StoredFile extends StoredBytes {
  account: string
}

export const storedFile = ({ account, storage_key, parts }: Pick<FileRow, 'account' | 'storage_key' | 'parts'>): StoredFile => ({
  account,
  storageKey: storage_key,
  parts,
})

/**
 * The bytes as they came in. The stream fails with SealBroken when they were changed or belong to someone else;
 * throws StorageFault `missing` when they are gone.
 */
export const openStored = (
  services: Pick<Services, 'storage' | 'keys'>,
  { account, ...bytes }: StoredFile,
): Promise<Readable> => openSealed(services, bytes, (key) => ({ owner: account, file: key }))
