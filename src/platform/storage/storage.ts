import type { Readable } from 'node:stream'

/** Where files are kept, byte for byte as given. Keys are random (`newId()`): nothing is learnt from a name. */
export type StoragePort = {
  /**
   * Keeps the stream under the key, wholly or not at all; an acknowledged file survives a crash. A second put with
   * the same key replaces the first at once, so that a job may run twice.
   */
  put(key: string, bytes: Readable): Promise<{ sizeBytes: number }>
  /** Throws StorageFault `missing` before the first byte when there is no such file. */
  get(key: string): Promise<Readable>
  /** Does nothing when there is no such file. */
  delete(key: string): Promise<void>
  exists(key: string): Promise<boolean>
  /** Every file that is there, in no order, and since when; what is half-written is not. Not for requests: it is slow. */
  list(): AsyncIterable<StoredKey>
  /** Deletes what killed processes left half-written before then, where that takes room of ours; returns how many. */
  forgetUnfinished(before: Temporal.Instant): Promise<number>
}

export interface StoredKey {
  key: string
  keptAt: Temporal.Instant
}

/** `full`: no room or no quota. `missing`: no such file. `bad-key`: not a key of `newId()`. `broken`: the rest. */
export type StorageFaultKind = 'full' | 'missing' | 'bad-key' | 'broken'

/** Storage could not do what it was asked. `code` is the system's own, such as ENOSPC. */
export class StorageFault extends Error {
  readonly kind: StorageFaultKind
  readonly code: string | undefined

  constructor(kind: StorageFaultKind, code?: string) {
    super(`storage ${kind}${code ? `: ${code}` : ''}`)
    this.name = 'StorageFault'
    this.kind = kind
    this.code = code
  }
}

/** Throws StorageFault `bad-key` unless the key is 20 to 64 hexadecimal digits and dashes: it can spell no path. */
export function assertStorageKey(key: string): void {
  if (!isStorageKey(key)) throw new StorageFault('bad-key')
}

export const isStorageKey = (key: string): boolean => /^[0-9a-f]{4}[0-9a-f-]{16,60}$/.test(key)
