import { createHash, type Hash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Context } from '../../platform/http/page.ts'
import type { FileKind } from '../../platform/preview/index.ts'
import { inspectStart, startBytes } from '../../platform/scan/index.ts'
import { partKey } from '../../platform/storage/index.ts'
import type { UploadProblem } from '../evidence-file.ts'
import { openStored, sealedFor } from '../stored-file.ts'
import { finishUpload } from './finish-upload.ts'
import { type Incoming, incomingBytes } from './incoming.ts'
import { recordPart, takePart } from './record-part.ts'
import { keysTried, partBytesLeast, partBytesMost, type ResumableUpload } from './resumable-upload.ts'
import type { Remembered, UnderWay } from './under-way.ts'

/** What became of one piece that was sent: how much is there now, or why it was not taken. `keeps`: its last part is of the file. */
export type PieceOutcome =
  | { is: 'taken'; offset: number; outcome: 'received' | 'doubled' | null; keeps?: boolean }
  | { is: 'moved' }
  | { is: 'gone' }
  | { is: 'worn-out' }
  | { is: 'too-short' }
  | { is: 'refused'; problem: UploadProblem }

type Receiver = Pick<Context, 'perform' | 'services'>

interface Piece {
  upload: ResumableUpload
  filesMost: number
  stream: Readable
}

/**
 * Takes the next piece of an upload from the network: cut into parts, each sealed and durable before it is acknowledged.
 * A part that is not taken leaves nothing. Throws the fault of the storage.
 */
export async function receivePiece(receiver: Receiver, underWay: UnderWay, piece: Piece): Promise<PieceOutcome> {
  const { upload } = piece
  const incoming = incomingBytes(piece.stream)
  const type = upload.type ?? (await typeOf(receiver, upload, incoming))
  if (typeof type !== 'string') return type
  const going: Going = { ...underWay.take(upload.id, upload.offsetBytes), type, parts: upload.parts }
  for (;;) {
    const isAllHere = going.offset === upload.sizeBytes
    if (!isAllHere && (await incoming.isOver())) break
    const ended = await receivePart(receiver, { ...piece, incoming }, going)
    if (ended) return ended
    if (incoming.isBroken()) break
  }
  underWay.keep(upload.id, going)
  return { is: 'taken', offset: going.offset, outcome: null }
}

interface Going extends Remembered {
  type: FileKind
  parts: readonly number[]
}

/** What the file is, by its name and first bytes, before anything of it is stored. */
async function typeOf({ services }: Receiver, { name, sizeBytes }: ResumableUpload, incoming: Incoming): Promise<FileKind | PieceOutcome> {
  const firstBytes = await incoming.peek(Math.min(startBytes, sizeBytes))
  if (firstBytes.length < Math.min(startBytes, sizeBytes)) return { is: 'too-short' }
  const { sizeBytesMax } = services.agency.uploads
  const found = await inspectStart({ fileName: name, firstBytes, sizeBytes, limits: { sizeBytesMax } })
  return 'refusal' in found ? { is: 'refused', problem: found.refusal } : found.type
}

type Coming = Piece & { incoming: Incoming }

/** One part: numbered, stored, recorded. Null: the upload goes on. */
async function receivePart(receiver: Receiver, coming: Coming, going: Going): Promise<PieceOutcome | null> {
  const { upload } = coming
  const address = { draft: upload.draft, upload: upload.id }
  const room = upload.sizeBytes - going.offset
  if (room > 0 && going.number === null) {
    const taken = await receiver.perform(takePart, address)
    if (!taken.ok) return notTaken(taken.refusal)
    going.number = taken.output
  }
  const number = going.number ?? 0
  going.number = null
  const hash = going.hash?.copy() ?? null
  const sizeBytes = room > 0 ? await storePart(receiver, coming, { number, room, hash }) : 0
  const part = { ...address, number, from: going.offset, sizeBytes, type: going.type }
  const isLast = part.from + sizeBytes === upload.sizeBytes
  const ended = await recorded(receiver, coming, going, { part, hash, isLast })
  // Said by the database, so that the part belongs to nobody; after a fault it is not known, and the sweep finds out.
  if (ended && !(ended.is === 'taken' && ended.keeps)) await forgetPart(receiver, upload, number, ended)
  return ended
}

async function storePart({ services }: Receiver, { upload, incoming }: Coming, { number, room, hash }: { number: number; room: number; hash: Hash | null }): Promise<number> {
  const key = partKey(upload.storageKey, number)
  let sizeBytes = 0
  const counted = async function* () {
    for await (const chunk of incoming.take(Math.min(room, partBytesMost))) {
      sizeBytes += chunk.length
      hash?.update(chunk)
      yield chunk
    }
  }
  await services.storage.put(key, sealedFor(services.keys, { account: upload.account, storageKey: key }, counted()))
  return sizeBytes
}

interface Recording {
  part: { draft: string; upload: string; number: number; from: number; sizeBytes: number; type: FileKind }
  hash: Hash | null
  isLast: boolean
}

async function recorded(receiver: Receiver, coming: Coming, going: Going, { part, hash, isLast }: Recording): Promise<PieceOutcome | null> {
  const { upload, incoming, filesMost } = coming
  const parts = part.sizeBytes > 0 ? [...going.parts, part.number] : going.parts
  if (isLast) {
    if (!(await incoming.isOver())) return { is: 'refused', problem: 'too-large' }
    const sha256 = (hash ?? (await hashOfAll(receiver, upload, parts))).digest('hex')
    const done = await receiver.perform(finishUpload, { ...part, filesMost, sha256 })
    if (!done.ok) return notTaken(done.refusal)
    const { doubled, isRepeated } = done.output
    return { is: 'taken', offset: upload.sizeBytes, outcome: doubled ? 'doubled' : 'received', keeps: !doubled && !isRepeated }
  }
  if (incoming.isBroken() && part.sizeBytes < partBytesLeast) return { is: 'taken', offset: part.from, outcome: null }
  const next = await receiver.perform(recordPart, part)
  if (!next.ok) return notTaken(next.refusal)
  Object.assign(going, { offset: part.from + part.sizeBytes, hash, parts, number: next.output })
  return null
}

/** Something of it came in through another process: all of it is read once, from where it lies. */
async function hashOfAll({ services }: Receiver, { account, storageKey }: ResumableUpload, parts: readonly number[]): Promise<Hash> {
  const hash = createHash('sha256')
  for await (const chunk of await openStored(services, { account, storageKey, parts })) hash.update(chunk as Buffer)
  return hash
}

/** Of a doubled upload all parts belong to nobody; of any other this one alone. */
async function forgetPart({ services }: Receiver, { storageKey }: ResumableUpload, number: number, ended: PieceOutcome): Promise<void> {
  const keys = ended.is === 'taken' && ended.outcome === 'doubled' ? keysTried(storageKey, number) : [partKey(storageKey, number)]
  for (const key of keys) await services.storage.delete(key)
}

type Refusal =
  | 'no-such-upload'
  | 'upload-moved'
  | 'too-many-parts'
  | 'draft-closed'
  | 'no-original'
  | 'same-as-original'
  | 'too-many-files'
  | 'too-many-bytes'
  | 'not-allowed'
  | 'too-many-attempts'

function notTaken(refusal: Refusal): PieceOutcome {
  if (refusal === 'no-such-upload' || refusal === 'not-allowed') return { is: 'gone' }
  if (refusal === 'upload-moved') return { is: 'moved' }
  if (refusal === 'too-many-parts') return { is: 'worn-out' }
  return { is: 'refused', problem: refusal }
}
