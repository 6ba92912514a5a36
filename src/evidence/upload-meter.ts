import { createHash } from 'node:crypto'
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
 * name before any goes on, and one byte above the limit ends it: `bytes` then throws NotTaken.
 * `measured` may be called once they have ended.
 */
export function uploadMeter(
  source: AsyncIterable<Buffer>,
  { fileName, sizeBytesMax }: { fileName: string; sizeBytesMax: number },
): { bytes: AsyncIterable<Buffer>; measured(): Measured } {
  const hash = createHash('sha256')
  let sizeBytes = 0
  let known: { type: FileKind; fileName: string } | undefined
  const judge = async (firstBytes: Buffer) => {
    const found = await inspectStart({ fileName, firstBytes, sizeBytes, limits: { sizeBytesMax } })
    if ('refusal' in found) throw new NotTaken(found.refusal)
    known = { type: found.type, fileName: found.fileName }
    return firstBytes
  }
  const metered = async function* () {
    let start: Buffer[] = []
    for await (const chunk of source) {
      sizeBytes += chunk.length
      if (sizeBytes > sizeBytesMax) throw new NotTaken('too-large')
      hash.update(chunk)
      if (known) {
        yield chunk
        continue
      }
      start.push(chunk)
      if (sizeBytes < startBytes) continue
      yield await judge(Buffer.concat(start))
      start = []
    }
    if (!known) yield await judge(Buffer.concat(start))
  }
  const measured = () => {
    if (!known) throw new Error('The file has not come in yet')
    return { ...known, sizeBytes, sha256: hash.digest('hex') }
  }
  return { bytes: metered(), measured }
}
