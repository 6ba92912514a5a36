import { startBytes } from '../../src/platform/scan/index.ts'
import type { Answered } from '../cast/multipart-sender.ts'
import type { Delivered } from './judge-file.ts'

/** Asks one address in tus 1.0, as the page's script does. */
export type AskTus = (method: string, path: string, headers?: Record<string, string>, body?: Buffer) => Promise<Answered>

interface PieceSender {
  tus: AskTus
  evidencePage: string
  document: string
  /** Draws where the file is cut. */
  random(): number
}

const piecesMost = 3

/** What a script reads of a refusal; a status alone is none. */
function refusedBy({ status, body }: Answered): Delivered {
  try {
    const { problem, words = '' } = JSON.parse(body) as { problem: string; words?: string }
    return { outcome: problem, says: async () => words }
  } catch {
    return { outcome: `status ${status}`, says: async () => body }
  }
}

export const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64')

export const announcement = (document: string, fileName: string | Buffer, sizeBytes: number) => ({
  'upload-length': `${sizeBytes}`,
  'upload-metadata': `filename ${base64(fileName)},document ${base64(document)}`,
})

export const pieceHeaders = (offset: number, { length }: Buffer) => ({
  'upload-offset': `${offset}`,
  'content-type': 'application/offset+octet-stream',
  'content-length': `${length}`,
})

/** Where a file of so many bytes is cut: the first piece tells what it is, the others may be of one byte. */
function cutsOf(sizeBytes: number, random: () => number): number[] {
  const rest = sizeBytes - startBytes
  if (rest < 1) return [sizeBytes]
  const cuts = Array.from({ length: Math.floor(random() * piecesMost) }, () => startBytes + Math.floor(random() * rest))
  return [...new Set([...cuts.filter((at) => at < sizeBytes).toSorted((one, other) => one - other), sizeBytes])]
}

/** Sends a file in some pieces; the outcome is what the first refusal says, or what the last piece was answered with. */
export async function deliverByPieces({ tus, evidencePage, document, random }: PieceSender, fileName: string, bytes: Buffer): Promise<Delivered> {
  const begun = await tus('POST', `${evidencePage}/uploads`, announcement(document, fileName, bytes.length))
  if (begun.status !== 201) return refusedBy(begun)
  let from = 0
  for (const until of cutsOf(bytes.length, random)) {
    const piece = bytes.subarray(from, until)
    const answer = await tus('PATCH', begun.location, pieceHeaders(from, piece), piece)
    if (answer.status !== 204) return refusedBy(answer)
    from = until
    if (from === bytes.length) return { outcome: String(answer.headers['upload-outcome']), says: async () => '' }
    if (answer.headers['upload-offset'] !== `${from}`) return { outcome: `at ${answer.headers['upload-offset']} after ${from} bytes`, says: async () => '' }
  }
  return { outcome: 'never ended', says: async () => '' }
}
