import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config.ts'
import { createDiskStorage, openS3Storage, readS3Url, type StoragePort } from '../platform/storage/index.ts'

/** Where the settings say that files lie: a bucket, a folder, or the home. Opening asks the bucket nothing. */
export async function storageOf({ storageUrl, s3Credentials, home }: Config): Promise<StoragePort> {
  if (storageUrl === null) return createDiskStorage(join(home, 'files'))
  if (storageUrl.startsWith('file:')) return createDiskStorage(fileURLToPath(storageUrl))
  const read = readS3Url(storageUrl)
  if (!read.ok || !s3Credentials) throw new Error('STORAGE_URL was not checked')
  return openS3Storage({ ...read.place, credentials: s3Credentials })
}
