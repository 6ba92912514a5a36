import { type FilePlace, sealedFile } from '../platform/crypto/sealed-file.ts'
import type { Services } from '../platform/services.ts'
import { type Measured, NotTaken, uploadMeter } from './upload-meter.ts'

/**
 * Reads a file from the network through the meter and the seal into the storage, under its place's name; memory stays at a
 * few chunks.
 * Nothing is left in the storage unless all of it was taken. Throws NotTaken, or the fault of the storage.
 */
export async function storeUpload(
  services: Pick<Services, 'storage' | 'keys'>,
  place: FilePlace,
  file: { fileName: string; stream: NodeJS.ReadableStream; sizeBytesMax: number },
): Promise<Measured> {
  const { bytes, measured } = uploadMeter(fromSender(file.stream), file)
  await services.storage.put(place.file, sealedFile(services.keys, place, bytes))
  return measured()
}

/** A connection that breaks is the sender's affair: told apart from a fault of the storage. */
export async function* fromSender(stream: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch {
    throw new NotTaken('interrupted')
  }
}
