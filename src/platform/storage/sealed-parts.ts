import { PassThrough, pipeline, type Readable } from 'node:stream'
import type { Keys } from '../crypto/keys.ts'
import { type FilePlace, sealedFileReader } from '../crypto/sealed-file.ts'
import type { StoragePort } from './storage.ts'

/** Where a file's bytes lie: sealed under one key, or in parts in this order, each sealed under a key of its own. */
export interface StoredBytes {
  storageKey: string
  parts?: readonly number[]
}

/** The key of one part; a picture of a page has one dash, so that the two never meet. */
export const partKey = (storageKey: string, number: number): string => `${storageKey}--${number}`

/** Every key that the bytes of a file lie under, in their order. */
export const keysOf = ({ storageKey, parts = [] }: StoredBytes): string[] =>
  parts.length === 0 ? [storageKey] : parts.map((number) => partKey(storageKey, number))

type Opener = { storage: StoragePort; keys: Keys }

/**
 * The bytes as they came in, one part after another. The stream fails with SealBroken when they were changed or belong
 * elsewhere; throws StorageFault `missing` when they are gone.
 * @param place what the bytes under one key are sealed for
 */
export async function openSealed({ storage, keys }: Opener, bytes: StoredBytes, place: (key: string) => FilePlace): Promise<Readable> {
  const [first = '', ...others] = keysOf(bytes)
  const opened = async (key: string) => pipeline(await storage.get(key), sealedFileReader(keys, place(key)), () => undefined)
  const start = await opened(first)
  if (others.length === 0) return start
  const whole = async function* () {
    yield* start
    for (const key of others) yield* await opened(key)
  }
  // A fault on the way is the reader's own: whoever reads it hears of it.
  return pipeline(whole, new PassThrough(), () => undefined)
}
