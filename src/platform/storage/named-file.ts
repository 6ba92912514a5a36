import { pipeline } from 'node:stream/promises'
import { measuringStream } from '../archive/index.ts'
import { SealBroken } from '../crypto/field.ts'
import type { Keys } from '../crypto/keys.ts'
import type { FilePlace } from '../crypto/sealed-file.ts'
import type { Tx } from '../db/transaction.ts'
import { openSealed, type StoredBytes } from './sealed-parts.ts'
import { StorageFault, type StoragePort } from './storage.ts'

/** A file that a row of the database names: where it lies, what it is sealed for, and what it was when it came in. */
export interface NamedFile extends StoredBytes {
  id: string
  /** What the bytes under one of its keys are sealed for. */
  place: (key: string) => FilePlace
  sha256: string
  sizeBytes: number
}

/** The files that one table names. */
export interface NamedFiles {
  table: string
  /** In the order of their ids, those behind `behind`: only files whose bytes must be there. */
  list(tx: Tx, behind: string, most: number): Promise<NamedFile[]>
}

/** `damaged`: other bytes than the ones that came in. `unread`: the storage did not give it, and may another time. */
export type FileCondition = 'whole' | 'missing' | 'damaged' | 'unread'

/** Reads the whole file, a few pieces at a time, and holds it against its seal, its size and its hash. */
export async function conditionOf(
  opener: { storage: StoragePort; keys: Keys },
  { place, sha256, sizeBytes, ...bytes }: NamedFile,
): Promise<FileCondition> {
  const { stream: meter, measured } = measuringStream()
  try {
    await pipeline(await openSealed(opener, bytes, place), meter, async (opened) => {
      for await (const _ of opened);
    })
  } catch (fault) {
    if (fault instanceof SealBroken) return 'damaged'
    if (fault instanceof StorageFault) return fault.kind === 'missing' ? 'missing' : 'unread'
    throw fault
  }
  const read = measured()
  return read.sha256 === sha256 && read.sizeBytes === sizeBytes ? 'whole' : 'damaged'
}
