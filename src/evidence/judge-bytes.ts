import { Readable } from 'node:stream'
import { inspectUpload, structuralScanner, type UploadLimits } from '../platform/scan/index.ts'
import type { Services } from '../platform/services.ts'
import type { CheckRefusal } from './evidence-file.ts'

/** What the checks found inside a file: pages and the size of the first, or why it is refused. */
export type Verdict = { pages: number; width: number; height: number } | { refusal: CheckRefusal }

/**
 * Judges a file from a stranger: first how it is built, in a process of its own too, then the scanner that knows malware.
 * What no scanner is needed for is said at once, even while that one is away. Null: there is no verdict, which is not a clean
 * one (ASVS V5.4.3); ask again when the scanner answers.
 */
export async function judgeBytes({ scanner, readFile }: Pick<Services, 'scanner' | 'readFile'>, bytes: Buffer, { fileName, limits }: { fileName: string; limits: Omit<UploadLimits, 'sizeBytesMax'> }): Promise<Verdict | null> {
  const structure = await structuralScanner.scan(Readable.from([bytes]))
  if (structure !== 'clean') return structure === 'error' ? null : { refusal: 'malware' }
  const inside = await inspectUpload({ fileName, bytes, limits: { ...limits, sizeBytesMax: bytes.length } }, readFile)
  if ('refusal' in inside) return inside
  const scanned = await scanner.scan(Readable.from([bytes]))
  if (scanned === 'clean') return inside
  return scanned === 'error' ? null : { refusal: refusalOf(scanned.found) }
}

/** What is folded too deep or too large for clamd to look into is no malware, and is let through no more than that. */
const refusalOf = (found: string): CheckRefusal => (found.startsWith('Heuristics.Limits.Exceeded') ? 'broken' : 'malware')
