import type { S3Settings } from './s3.ts'
import type { StoragePort } from './storage.ts'

export { createDiskStorage } from './disk.ts'
export { baseOf, type NamesKeys } from './names-keys.ts'
export { readS3Url, type S3Credentials, type S3Place } from './s3-settings.ts'
export { conditionOf, type FileCondition, type NamedFile, type NamedFiles } from './named-file.ts'
export { keysOf, openSealed, partKey, type StoredBytes } from './sealed-parts.ts'
export { StorageFault, type StorageFaultKind, type StoragePort, type StoredKey } from './storage.ts'

/** Loaded only where it is used: the client of S3 is large, and a start does not wait for it. */
export const openS3Storage = async (settings: S3Settings): Promise<StoragePort> =>
  (await import('./s3.ts')).createS3Storage(settings)
