import { Readable } from 'node:stream'
import type { Services } from '../../platform/services.ts'
import { FileDamaged } from '../../platform/http/file-body.ts'
import { openStored, type Place } from '../stored-file.ts'
import { storeUpload } from '../store-upload.ts'
import type { Measured } from '../upload-meter.ts'
import type { Reusable } from './find-in-library.ts'

/**
 * Copies a file to another place in the storage, sealed anew for that place; it is judged on the way as an upload is, and has
 * to be, byte for byte, what came in. Nothing is left where it is not. Throws NotTaken, FileDamaged, or the fault of the storage.
 */
export async function copyBytes(
  services: Pick<Services, 'storage' | 'keys' | 'agency'>,
  { file, stored }: Reusable,
  place: Place,
): Promise<Measured> {
  const fault: { caught?: unknown } = {}
  async function* bytes(): AsyncGenerator<Buffer> {
    try {
      for await (const piece of await openStored(services, stored)) yield piece as Buffer
    } catch (caught) {
      fault.caught = caught
      throw caught
    }
  }
  const copied = await storeUpload(services, { owner: place.account, file: place.storageKey }, {
    fileName: file.name,
    stream: Readable.from(bytes(), { objectMode: false }),
    sizeBytesMax: services.agency.uploads.sizeBytesMax,
  }).catch((caught) => {
    // What ends an upload is its sender; here it is our own storage.
    throw fault.caught ?? caught
  })
  if (copied.sha256 === file.sha256) return copied
  await services.storage.delete(place.storageKey)
  throw new FileDamaged()
}
