import { createHash } from 'node:crypto'
import { documentPlace, receivedOnFault } from '../../../cases/index.ts'
import type { Delimiter } from '../../../platform/csv.ts'
import { newId } from '../../../platform/ids.ts'
import type { Performer } from '../../../platform/operation.ts'
import type { Services } from '../../../platform/services.ts'
import { storeScan } from '../../scans/receive-scan.ts'
import { scanLimits } from '../../scans/scanned-paper.ts'
import type { FileFault } from '../file/faults.ts'
import type { PaperChecks } from './file/check-paper.ts'
import { isRefusedPaper, type LaterRow, type ManifestFault, type RefusedPaper } from './file/later-row.ts'
import type { PaperFile, PapersBeside } from './file/papers-beside.ts'
import { readManifest } from './file/read-manifest.ts'
import { lookAtPaper, takeScannedPaper } from './take-scanned.ts'

export interface PapersTaken {
  lines: number
  taken: number
  known: number
  refused: number
  /** Of those taken: an officer has to look at them. */
  waiting: number
  fileFault: FileFault | null
}

export interface PapersToTake {
  readonly papers: PapersBeside & { readonly manifest: AsyncIterable<Uint8Array> }
  readonly dryRun?: boolean
  readonly onRefused?: (row: RefusedPaper, delimiter: Delimiter) => void | Promise<void>
  readonly onProgress?: (soFar: PapersTaken) => void
  readonly signal?: AbortSignal
}

type Taker = Pick<Performer, 'perform' | 'read'> & { readonly services: Services }
type Came = 'taken' | 'waiting' | 'known' | ManifestFault

const noPdf: ManifestFault = { code: 'file-no-pdf', column: 'file' }

const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024)

/** What is wrong with the file itself; null: it may be a paper. */
function faultOfFile(file: PaperFile | null): ManifestFault | null {
  if (!file) return { code: 'file-missing', column: 'file' }
  if (file.sizeBytes === 0) return { code: 'file-empty', column: 'file' }
  return file.sizeBytes > scanLimits.sizeBytesMax ? { code: 'file-too-large', column: 'file', values: { most: megabytes(scanLimits.sizeBytesMax) } } : null
}

/** A PDF says what it is within its first kilobyte (ISO 32000-2, 7.5.2, and what readers accept). */
const headBytes = 1024

async function lookInto(file: PaperFile): Promise<{ sha256: string; isPdf: boolean }> {
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  for await (const chunk of await file.open()) {
    hash.update(chunk as Buffer)
    if (head.length < headBytes) head = Buffer.concat([head, chunk as Buffer])
  }
  return { sha256: hash.digest('hex'), isPdf: head.subarray(0, headBytes).includes('%PDF-') }
}

const dayFaults = { 'received-in-future': 'day-in-future', 'received-before-case': 'received-before-case', 'received-too-long-ago': 'day-too-long-ago' } as const

async function take(taker: Taker, row: LaterRow, file: PaperFile, dryRun: boolean): Promise<Came> {
  const { services, read, perform } = taker
  const { sha256, isPdf } = await lookInto(file)
  if (!isPdf) return noPdf
  const seen = await read(lookAtPaper, { row, sha256 })
  if (!seen) throw new Error('Whoever takes papers in may look at them')
  if (seen.caseId === null) return { code: 'unknown-case', column: 'receipt_number' }
  if (seen.isKnown) return 'known'
  const day = receivedOnFault({ agency: services.agency, now: services.clock.now() }, { receivedOn: row.receivedOn, caseReceivedOn: seen.receivedOn })
  if (day) return { code: dayFaults[day], column: 'received_on' }
  if (dryRun) return 'taken'
  const storageKey = newId()
  const measured = await storeScan(taker, documentPlace(seen.caseId, storageKey), { fileName: row.file, stream: await file.open() })
  const { caseId, letter } = seen
  const done = typeof measured === 'string' ? null : await perform(takeScannedPaper, { row, letter, caseId, stored: { storageKey, sha256: measured.sha256, sizeBytes: measured.sizeBytes } })
  if (done?.ok) return done.output.outcome === 'waits' || done.output.outcome === 'after-decision' ? 'waiting' : 'taken'
  await services.storage.delete(storageKey)
  return done ? refusedAs(done.refusal) : noPdf
}

/** What another hand did since it was looked at. */
function refusedAs(refusal: string): Came {
  if (refusal === 'scanned-before') return 'known'
  if (refusal === 'unknown-case') return { code: 'unknown-case', column: 'receipt_number' }
  if (refusal === 'unknown-letter' || refusal === 'returned-before-printed') return { code: 'returned-before-printed', column: 'received_on' }
  if (refusal in dayFaults) return { code: dayFaults[refusal as keyof typeof dayFaults], column: 'received_on' }
  throw new Error(`A paper was refused: ${refusal}`)
}

/**
 * Takes a list of scanned papers in, one by one, each with its scan in a transaction of its own: whoever is killed in the middle
 * runs it again, and what is in is known by its bytes. One file is open at a time. Throws faults of reading and of the database.
 */
export async function takePapers(taker: Taker, checks: PaperChecks, { papers, dryRun = false, onRefused, onProgress, signal }: PapersToTake): Promise<PapersTaken> {
  const soFar: PapersTaken = { lines: 0, taken: 0, known: 0, refused: 0, waiting: 0, fileFault: null }
  const opened = await readManifest(papers.manifest, checks)
  if (!opened.ok) return { ...soFar, fileFault: opened.fault }
  for await (const row of opened.rows) {
    signal?.throwIfAborted()
    const came = isRefusedPaper(row) ? row.faults : await comeOf(taker, papers, row, dryRun)
    if (typeof came === 'string') soFar[came] += 1
    if (came === 'waiting') soFar.taken += 1
    if (typeof came !== 'string') {
      soFar.refused += 1
      await onRefused?.({ line: row.line, cells: row.cells, faults: came }, opened.delimiter)
    }
    soFar.lines = row.line
    onProgress?.(soFar)
  }
  return soFar
}

async function comeOf(taker: Taker, papers: PapersBeside, row: LaterRow, dryRun: boolean): Promise<Exclude<Came, ManifestFault> | readonly ManifestFault[]> {
  const file = await papers.file(row.file)
  const fault = faultOfFile(file)
  if (fault || !file) return fault ? [fault] : []
  const came = await take(taker, row, file, dryRun)
  return typeof came === 'string' ? came : [came]
}
