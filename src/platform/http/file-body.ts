import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'

/** A stored file is not what came in: its seals are whole, and yet they are not its own bytes. */
export class FileDamaged extends Error {
  constructor() {
    super('a stored file is not what came in')
    this.name = 'FileDamaged'
  }
}

/** Files up to this size are proven whole before the answer begins; of larger ones this much is. */
const startBytes = 256 * 1024

/**
 * A file's bytes on their way to a person. The first of them are read before anything is answered, so that a file
 * which is missing or broken becomes a page and no broken download. The last are held back until all of them are
 * known to have the hash they had when they came in: otherwise the stream fails, and the browser sees it did.
 * @param sha256 in hexadecimal; left out where none was kept
 */
export async function startedBody(body: NodeJS.ReadableStream, sha256: string | undefined): Promise<Readable> {
  const pieces = heldAgainst(body, sha256)
  const first: Buffer[] = []
  for (let bytes = 0; bytes < startBytes; bytes += first.at(-1)?.length ?? 0) {
    const next = await pieces.next()
    if (next.done) return Readable.from(first, { objectMode: false })
    first.push(next.value)
  }
  return Readable.from(inOrder(first, pieces), { objectMode: false })
}

async function* inOrder(first: readonly Buffer[], rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield* first
  yield* rest
}

async function* heldAgainst(body: NodeJS.ReadableStream, sha256: string | undefined): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let held: Buffer | undefined
  for await (const piece of body) {
    const bytes = Buffer.from(piece as Buffer)
    hash.update(bytes)
    if (held) yield held
    held = bytes
  }
  if (sha256 !== undefined && hash.digest('hex') !== sha256) throw new FileDamaged()
  if (held) yield held
}
