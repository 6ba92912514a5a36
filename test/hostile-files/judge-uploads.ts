import { createHash } from 'node:crypto'
import { samplePdf } from '../../src/platform/preview/sample-files.ts'
import type { BrokenAnnouncement } from './broken-announcements.ts'
import { type BrokenPiece, brokenPieces } from './broken-pieces.ts'
import { type AskTus, announcement, pieceHeaders } from './deliver-by-pieces.ts'
import { hasSentence, sentenceOf } from './read-evidence-page.ts'
import { type RawAnswer, type RawRequest, sendRaw } from './send-raw.ts'

/** A person with one document to fill, whose script speaks tus, on whatever server. */
export interface TusPerson {
  port: number
  /** What stands in the head of each of their requests: cookie, origin, token, version. */
  own(): Readonly<Record<string, string>>
  tus: AskTus
  evidencePage: string
  document: string
  /** SHA-256 of every file of their draft, in hexadecimal. */
  filesTaken(): Promise<readonly string[]>
  /** Lets the day go by in which an upload lives. */
  expire(upload: string): Promise<void>
  /** Takes every file away. */
  clear(): Promise<void>
}

const firstBytes = 70_000
const fileBytes = 150_000

/** A sound PDF, others for another mark. */
export function bytesOf(mark: string): Buffer {
  const words = `${createHash('sha256').update(mark).digest('hex')} `.repeat(Math.ceil(fileBytes / 65))
  return samplePdf({ objects: [`<< /Length ${words.length} >>\nstream\n${words}\nendstream`] })
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

export interface HalfWay {
  address: string
  bytes: Buffer
  at: number
}

/** Announces a file, and sends the beginning of it. */
export async function halfWay({ tus, evidencePage, document }: TusPerson, mark: string): Promise<HalfWay> {
  const bytes = bytesOf(mark)
  const { location, status, body } = await tus('POST', `${evidencePage}/uploads`, announcement(document, 'card.pdf', bytes.length))
  if (status !== 201) throw new Error(`${mark}: an upload was not begun, ${status} ${body}`)
  const first = bytes.subarray(0, firstBytes)
  const sent = await tus('PATCH', location, pieceHeaders(0, first), first)
  if (sent.status !== 204) throw new Error(`${mark}: the beginning was not taken, ${sent.status} ${sent.body}`)
  return { address: location, bytes, at: firstBytes }
}

/** Sends what is not there yet; a sentence for each way in which the file is not whole afterwards. It is gone then. */
export async function faultsOfRest(person: TusPerson, { address, bytes, at }: HalfWay): Promise<string[]> {
  const standing = await person.tus('HEAD', address)
  const from = Number(standing.headers['upload-offset'])
  const faults = standing.status === 200 && from >= at && from <= bytes.length ? [] : [`stands at ${from} afterwards (${standing.status})`]
  const rest = bytes.subarray(from)
  const last = await person.tus('PATCH', address, pieceHeaders(from, rest), rest)
  if (last.status !== 204 || last.headers['upload-outcome'] !== 'received') faults.push(`does not go on: ${last.status} ${last.body}`)
  return [...faults, ...(await faultsOfTaken(person, bytes))]
}

export async function faultsOfTaken(person: TusPerson, bytes: Buffer): Promise<string[]> {
  const taken = await person.filesTaken()
  await person.clear()
  return taken.length === 1 && taken[0] === sha256(bytes) ? [] : [`${taken.length} files came of it, or another one`]
}

/** Every answer is one of ours: no fault, and where it refuses what a person may meet, in the words of the page. */
export function faultsOfAnswer(answer: RawAnswer | null, ends: readonly (number | null)[]): string[] {
  const status = answer?.status ?? null
  if (!ends.some((each) => each === status)) return [`${status}, not ${ends.join(' or ')}: ${answer?.body.slice(0, 200)}`]
  if (!answer || !/^content-type: application\/json/im.test(answer.head)) return []
  const { problem, words } = JSON.parse(answer.body.slice(answer.body.indexOf('{'), answer.body.lastIndexOf('}') + 1)) as { problem?: string; words?: string }
  const key = `problem.${problem}`
  return hasSentence(key) && words !== sentenceOf(key) && words !== sentenceOf(`upload.${problem}`) ? [`says “${words}” of ${problem}`] : []
}

const headsOf = (own: Readonly<Record<string, string | null>>): [string, string][] =>
  Object.entries(own).filter((head): head is [string, string] => head[1] !== null)

export async function faultsOfAnnouncement(person: TusPerson, { what, heads, without, body, ends }: BrokenAnnouncement): Promise<string[]> {
  const own = headsOf({ ...person.own(), ...(without ? { [without]: null } : {}) })
  const request: RawRequest = { method: 'POST', path: `${person.evidencePage}/uploads`, heads: [...own, ...heads], ...(body ? { body } : {}) }
  const answer = await sendRaw(person.port, request)
  const faults = faultsOfAnswer(answer, ends)
  if (answer && /^set-cookie: a=b/im.test(answer.head)) faults.push('its name has become a head of the answer')
  const [, begun] = /^location: (.*?)\r?$/im.exec(answer?.head ?? '') ?? []
  if (answer?.status === 201) {
    if (!/^\/drafts\/[0-9a-f-]{36}\/evidence\/uploads\/[0-9a-f-]{36}$/.test(begun ?? '')) faults.push(`is begun at ${begun}`)
    const ended = await person.tus('DELETE', begun ?? '')
    if (ended.status !== 204) faults.push(`cannot be ended: ${ended.status}`)
  }
  return faults.map((fault) => `announced with ${what}: ${fault}`)
}

async function faultsOfPiece(person: TusPerson, what: string): Promise<string[]> {
  const upload = await halfWay(person, what)
  const { address, bytes, at } = upload
  const rest = bytes.subarray(at)
  const broken = brokenPieces({ at, rest }).find((each) => each.what === what) as BrokenPiece
  const { method = 'PATCH', heads = {}, more = [], body = rest, cut = false, ends, isOver } = broken
  const own = headsOf({ ...person.own(), ...pieceHeaders(at, body), ...heads })
  const answer = await sendRaw(person.port, { method, path: address, heads: [...own, ...more], body, cut })
  const faults = faultsOfAnswer(answer, ends)
  if (isOver) {
    const { status } = await person.tus('HEAD', address)
    return status === 404 && (await person.filesTaken()).length === 0 ? faults : [...faults, `is not over (${status})`]
  }
  return [...faults, ...((await isFinished(person, upload)) ? await faultsOfTaken(person, bytes) : await faultsOfRest(person, upload))]
}

const isFinished = async ({ tus }: TusPerson, { address }: HalfWay) => (await tus('HEAD', address)).headers['upload-outcome'] === 'received'

/** Every broken piece, each to an upload of its own that goes on afterwards. */
export async function faultsOfPieces(person: TusPerson): Promise<string[]> {
  const faults: string[] = []
  for (const { what } of brokenPieces({ at: 0, rest: Buffer.alloc(1) })) faults.push(...(await faultsOfPiece(person, what)).map((fault) => `a piece with ${what}: ${fault}`))
  return faults
}
