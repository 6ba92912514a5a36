import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { Readable, Transform, type TransformCallback } from 'node:stream'
import { SealBroken } from './field.ts'
import type { Keys } from './keys.ts'

/** The file a sealed stream belongs to: its bytes open under no other owner or id. */
export type FilePlace = { owner: string; file: string }

const version = 1
const chunkBytes = 64 * 1024
const tagBytes = 16
const saltBytes = 16
const headerBytes = (keyId: string): number => 2 + keyId.length + saltBytes

/**
 * A key of its own for every sealed stream, out of the header's random salt and the place. The chunk counter can
 * therefore be the whole nonce, and a header or place that was changed opens nothing.
 */
const fileKey = (keys: Keys, keyId: string, header: Buffer, { owner, file }: FilePlace): Buffer =>
  createHmac('sha256', keys.derive('file', keyId))
    .update(header)
    .update(JSON.stringify([owner, file]))
    .digest()

/** Counter and final flag, as in the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015). */
const chunkNonce = (counter: number, final: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(counter, 4)
  nonce[11] = Number(final)
  return nonce
}

/** Pieces as they come in, cut again into pieces of a wanted size without copying. */
type Pieces = { size(): number; add(piece: Buffer): void; take(bytes: number): Buffer[] }

const pieces = (): Pieces => {
  let kept: Buffer[] = []
  let size = 0
  return {
    size: () => size,
    add(piece) {
      kept.push(piece)
      size += piece.length
    },
    take(bytes) {
      const taken: Buffer[] = []
      let wanted = bytes
      let used = 0
      for (const piece of kept) {
        if (piece.length > wanted) break
        taken.push(piece)
        wanted -= piece.length
        used += 1
      }
      kept = kept.slice(used)
      const next = kept[0]
      if (wanted > 0 && next) {
        taken.push(next.subarray(0, wanted))
        kept[0] = next.subarray(wanted)
      }
      size -= bytes
      return taken
    },
  }
}

/** How many bytes a file of this size has once sealed. */
export const sealedSizeBytes = (plainBytes: number, keyId: string): number =>
  headerBytes(keyId) + plainBytes + tagBytes * Math.max(1, Math.ceil(plainBytes / chunkBytes))

/** What is sealed: whole pieces of bytes, as they come. */
type Source = Iterable<Buffer> | AsyncIterable<Buffer>

/**
 * Seals bytes with AES-256-GCM in chunks of 64 KiB. Each chunk is bound to its place in the file, and the last one is
 * marked, so that a changed, swapped, doubled, missing or added chunk is found out. Memory stays at one chunk.
 * @returns a stream that fails as its source fails
 */
export const sealedFile = (keys: Keys, place: FilePlace, source: Source): Readable => Readable.from(sealing(keys, place, source))

async function* sealing(keys: Keys, place: FilePlace, source: Source): AsyncGenerator<Buffer> {
  const keyId = keys.currentId
  const header = Buffer.concat([Buffer.from([version, keyId.length]), Buffer.from(keyId), randomBytes(saltBytes)])
  const key = fileKey(keys, keyId, header, place)
  yield header
  const waiting = pieces()
  let counter = 0
  const seal = function* (bytes: number, final: boolean) {
    const cipher = createCipheriv('aes-256-gcm', key, chunkNonce(counter, final))
    counter += 1
    for (const piece of waiting.take(bytes)) yield cipher.update(piece)
    cipher.final()
    yield cipher.getAuthTag()
  }
  for await (const piece of source) {
    waiting.add(piece)
    // A whole chunk is kept back until more comes, because only then is it known not to be the last.
    while (waiting.size() > chunkBytes) yield* seal(chunkBytes, false)
  }
  yield* seal(waiting.size(), true)
}

const broken = (): SealBroken => new SealBroken('the file was changed, cut short, or belongs elsewhere')

/**
 * Opens what `sealedFile` sealed for the same place. Bytes come out only after their chunk was found genuine;
 * that the file is whole is known when the stream ends without an error.
 * @returns a stream that fails with `SealBroken`
 */
export const sealedFileReader = (keys: Keys, place: FilePlace): Transform => {
  const waiting = pieces()
  let key: Buffer | undefined
  let counter = 0
  const readHeader = (): Buffer | undefined => {
    if (waiting.size() < 2) return undefined
    const start = Buffer.concat(waiting.take(2))
    const length = start[1] ?? 0
    if (start[0] !== version || length > 16) throw broken()
    if (waiting.size() < length + saltBytes) {
      const rest = waiting.take(waiting.size())
      for (const piece of [start, ...rest]) waiting.add(piece)
      return undefined
    }
    const rest = Buffer.concat(waiting.take(length + saltBytes))
    const keyId = rest.toString('latin1', 0, length)
    if (!keys.ids.includes(keyId)) throw broken()
    return fileKey(keys, keyId, Buffer.concat([start, rest]), place)
  }
  const open = (stream: Transform, bytes: number, final: boolean) => {
    if (!key || bytes < tagBytes) throw broken()
    const cipher = createDecipheriv('aes-256-gcm', key, chunkNonce(counter, final), { authTagLength: tagBytes })
    counter += 1
    const plain = waiting.take(bytes - tagBytes).map((piece) => cipher.update(piece))
    cipher.setAuthTag(Buffer.concat(waiting.take(tagBytes)))
    cipher.final()
    for (const piece of plain) stream.push(piece)
  }
  const guarded = (done: TransformCallback, work: () => void) => {
    try {
      work()
    } catch {
      return done(broken())
    }
    done()
  }
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      guarded(done, () => {
        waiting.add(piece)
        key ??= readHeader()
        while (key && waiting.size() > chunkBytes + tagBytes) open(this, chunkBytes + tagBytes, false)
      })
    },
    flush(done) {
      guarded(done, () => open(this, waiting.size(), true))
    },
  })
}
