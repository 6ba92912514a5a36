import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

export interface Measured {
  readonly sizeBytes: number
  /** In hexadecimal. */
  readonly sha256: string
}

/** Passes bytes on unchanged; `measured` tells what went through once the stream has ended. */
export function measuringStream(): { stream: Transform; measured: () => Measured } {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const stream = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece)
      sizeBytes += piece.length
      done(null, piece)
    },
  })
  return { stream, measured: () => ({ sizeBytes, sha256: hash.copy().digest('hex') }) }
}
