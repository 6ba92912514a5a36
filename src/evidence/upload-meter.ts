import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import type { FileKind } from '../platform/preview/index.ts'
import { inspectStart, type StartRefusal, startBytes } from '../platform/scan/index.ts'

/** Why a file was not taken while it came in; `interrupted`: its sender went away. */
export type StreamProblem = StartRefusal | 'interrupted'

/** Ends the stream of a file that is not taken; what was stored of it is deleted with it. */
export class NotTaken extends Error {
  readonly problem: StreamProblem

  constructor(problem: StreamProblem) {
    super(`not taken: ${problem}`)
    this.problem = problem
  }
}

/** What was learnt of a file while it went by. `sha256` in hexadecimal. */
export interface Measured {
  type: FileKind
  fileName: string
  sizeBytes: number
  sha256: string
}

/**
 * Lets a file's bytes through while it counts and hashes them. Its first bytes must be of an allowed type and fit its
 * name before any goes on, and one byte above the limit ends it: the stream then fails with NotTaken.
 * `measured` may be called once the stream has ended.
 */
export function uploadMeter(fileName: string, sizeBytesMax: number): { stream: Transform; measured(): Measured } {
  const hash = createHash('sha256')
  let sizeBytes = 0
  let start: Buffer[] = []
  let known: { type: FileKind; fileName: string } | undefined
  const judge = async (stream: Transform) => {
    const firstBytes = Buffer.concat(start)
    const found = await inspectStart({ fileName, firstBytes, sizeBytes, limits: { sizeBytesMax } })
    if ('refusal' in found) throw new NotTaken(found.refusal)
    known = { type: found.type, fileName: found.fileName }
    start = []
    if (firstBytes.length > 0) stream.push(firstBytes)
  }
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length
      if (sizeBytes > sizeBytesMax) return done(new NotTaken('too-large'))
      hash.update(chunk)
      if (known) return done(null, chunk)
      start.push(chunk)
      if (sizeBytes < startBytes) return done()
      judge(this).then(() => done(), done)
    },
    flush(done) {
      if (known) return done()
      judge(this).then(() => done(), done)
    },
  })
  const measured = () => {
    if (!known) throw new Error('The file has not come in yet')
    return { ...known, sizeBytes, sha256: hash.digest('hex') }
  }
  return { stream, measured }
}
