import { PassThrough, pipeline, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { type Measured, measuringStream } from './measure.ts'

/** One file of a finished zip, as its manifest names it. */
export type ZippedFile = Measured & { readonly path: string }

export interface Zip {
  /** The zip as it grows; whoever reads it sets the pace. */
  readonly output: Readable
  /** Adds one file and waits until its last byte has gone in: never two open at once, never one whole in memory. */
  add(path: string, bytes: Readable | Buffer): Promise<ZippedFile>
  end(): void
  /** Ends everything with this fault: the file that is being added, and the output. */
  abort(fault: Error): void
}

/** Kinds of file that are small already. */
const compressed = /\.(pdf|jpe?g|png|tiff?|zip)$/

/** A zip that is written while it is read (APPNOTE 6.3.4, data descriptors). Every file carries the one time. */
export function openZip(at: Temporal.Instant): Zip {
  const zip = new ZipFile()
  const output = new PassThrough()
  const mtime = new Date(at.epochMilliseconds)
  let adding: Readable | null = null
  const abort = (fault: Error) => {
    adding?.destroy(fault)
    output.destroy(fault)
  }
  zip.on('error', abort)
  pipeline(zip.outputStream, output, () => undefined)
  return {
    output,
    add(path, bytes) {
      const { stream, measured } = measuringStream()
      const source = Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes
      adding = stream
      return new Promise((settle, fail) => {
        pipeline(source, stream, (fault) => (fault ? fail(fault) : undefined))
        stream.once('end', () => settle({ path, ...measured() }))
        zip.addReadStreamLazy(path, { mtime, compress: !compressed.test(path) }, readOnce(stream))
      })
    },
    end: () => zip.end(),
    abort,
  }
}

/**
 * The zip keeps what it asks for bytes until its end, entry by entry. In a scope of its own that holds nothing more once it
 * was asked, so that the bytes which went through are let go.
 */
function readOnce(stream: Readable) {
  let toRead: Readable | null = stream
  return (read: (fault: unknown, stream: Readable) => void) => {
    if (toRead) read(null, toRead)
    toRead = null
  }
}
