import type { Readable } from 'node:stream'
import type { FilePlace } from '../../../platform/crypto/sealed-file.ts'
import type { Services } from '../../../platform/services.ts'
import { openSealed } from '../../../platform/storage/index.ts'
import type { PrintBatch } from './print-store.ts'

/** What a bundle's bytes are sealed for: no other batch's open under it. */
export const bundlePlace = (batch: string, storageKey: string): FilePlace => ({ owner: batch, file: storageKey })

/** The bundle, opened while it is read; the stream fails where it was changed. */
export const openBundle = (services: Services, { id, storage_key }: Pick<PrintBatch, 'id' | 'storage_key'>): Promise<Readable> =>
  openSealed(services, { storageKey: storage_key }, (key) => bundlePlace(id, key))
