import type { Readable } from 'node:stream'
import { fromBufferPromise } from 'yauzl'

/** One file of a zip; its bytes are read as they are asked for. */
export interface FileInZip {
  readonly path: string
  readonly sizeBytes: number
  open(): Promise<Readable>
}

/**
 * The files of a zip in the order of its directory. Throws where it is cut off or is none (APPNOTE 6.3.4: the directory
 * stands at the end). A name that leads out of the folder is a fault too.
 */
export async function* filesInZip(bytes: Buffer): AsyncGenerator<FileInZip> {
  const zip = await fromBufferPromise(bytes, { strictFileNames: true })
  for await (const entry of zip.eachEntry())
    yield { path: entry.fileName, sizeBytes: entry.uncompressedSize, open: () => zip.openReadStreamPromise(entry) }
}
