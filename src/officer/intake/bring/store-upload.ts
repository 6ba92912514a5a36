import { pipeline } from 'node:stream'
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

class NotTaken extends Error {
  readonly problem: UploadProblem

  constructor(problem: UploadProblem) {
    super(`not taken: ${problem}`)
    this.problem = problem
  }
}

/** No more of a file than may come; a connection that breaks is the sender's affair, and no fault of the storage. */
async function* within(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0
  const pieces = stream[Symbol.asyncIterator]()
  for (;;) {
    const next = await pieces.next().catch(() => {
      throw new NotTaken('interrupted')
    })
    if (next.done) return
    size += next.value.length
    if (size > fileBytesMost) throw new NotTaken('too-large')
    yield next.value
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
  const bytes = pipeline(within(stream as AsyncIterable<Buffer>), meter, () => undefined)
  try {
    await storage.put(storageKey, sealedFile(keys, broughtPlace(storageKey), bytes))
  } catch (fault) {
    if (fault instanceof NotTaken) return fault.problem
    throw fault
  }
  return { storageKey, fileName: shownName(fileName), ...measured() }
}
