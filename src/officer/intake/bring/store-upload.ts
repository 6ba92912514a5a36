import { pipeline } from 'node:stream'
import { fromSender, NotTaken } from '../../../evidence/index.ts'
import { measuringStream } from '../../../platform/archive/index.ts'
import { sealedFile } from '../../../platform/crypto/sealed-file.ts'
import type { UploadPart } from '../../../platform/http/page.ts'
import { newId } from '../../../platform/ids.ts'
import type { Services } from '../../../platform/services.ts'
import { broughtPlace, fileBytesMost } from './brought-file.ts'

export interface StoredUpload {
  readonly storageKey: string
  readonly fileName: string
  readonly sizeBytes: number
  /** In hexadecimal. */
  readonly sha256: string
}

type UploadProblem = 'too-large' | 'interrupted'

/** No more of a file than may come. */
async function* within(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size > fileBytesMost) throw new NotTaken('too-large')
    yield piece
  }
}

/** A name is shown to colleagues and nothing else: as much of it as a line has. */
const shownName = (fileName: string): string => [...fileName.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, '')].slice(-150).join('')

/**
 * Reads a file from the network through the seal into the storage; memory stays at a few chunks. Nothing is left in the
 * storage unless all of it was taken. Throws faults of the storage.
 */
export async function storeUpload(
  { storage, keys }: Pick<Services, 'storage' | 'keys'>,
  { fileName, stream }: Extract<UploadPart, { kind: 'file' }>,
): Promise<StoredUpload | UploadProblem> {
  const storageKey = newId()
  const { stream: meter, measured } = measuringStream()
  const bytes = pipeline(within(fromSender(stream)), meter, () => undefined)
  try {
    await storage.put(storageKey, sealedFile(keys, broughtPlace(storageKey), bytes))
  } catch (fault) {
    if (fault instanceof NotTaken) return fault.problem as UploadProblem
    throw fault
  }
  return { storageKey, fileName: shownName(fileName), ...measured() }
}
