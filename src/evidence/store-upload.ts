import { pipeline } from 'node:stream'
import type { Services } from '../platform/services.ts'
import { type Measured, NotTaken, uploadMeter } from './upload-meter.ts'
import { sealingStream } from './stored-file.ts'
import type { Place } from './take-in.ts'

/**
 * Reads a file from the network through the meter and the seal into the storage; memory stays at a few chunks.
 * Nothing is left in the storage unless all of it was taken. Throws NotTaken, or the fault of the storage.
 */
export async function storeUpload(
  services: Pick<Services, 'storage' | 'keys'>,
  { account, storageKey }: Place,
  file: { fileName: string; stream: NodeJS.ReadableStream; sizeBytesMax: number },
): Promise<Measured> {
  const { stream: meter, measured } = uploadMeter(file.fileName, file.sizeBytesMax)
  const sealing = sealingStream(services.keys, account, storageKey)
  // Whatever goes wrong on the way ends the last stream too, and so the storage hears of it.
  await services.storage.put(
    storageKey,
    pipeline(fromSender(file.stream), meter, sealing, () => undefined),
  )
  return measured()
}

/** A connection that breaks is the sender's affair: told apart from a fault of the storage. */
async function* fromSender(stream: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch {
    throw new NotTaken('interrupted')
  }
}
