import { documentPlace } from '../../cases/index.ts'
import { type Measured, NotTaken, type StreamProblem, storeUpload } from '../../evidence/index.ts'
import type { Context, UploadPart } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import { recordScan, type ScanTarget } from './record-scan.ts'
import { scanLimits, type ScanProblem } from './scanned-paper.ts'

/** `doubled`: this very file is there already; the page says so, and nothing is wrong. */
export type ScanOutcome = 'received' | 'doubled' | ScanProblem

export type SentFile = Pick<Extract<UploadPart, { kind: 'file' }>, 'fileName' | 'stream'>

/** Seals a file into the storage while it streams; why it is not taken is said, and nothing of it stays that has a row. */
export async function storeBrought({ services }: Pick<Context, 'services'>, place: { owner: string; file: string }, file: SentFile & { sizeBytesMax: number }): Promise<Measured | StreamProblem> {
  try {
    return await storeUpload(services, place, file)
  } catch (fault) {
    if (fault instanceof NotTaken) return fault.problem
    throw fault
  }
}

/** The same for a scan, which is a PDF. */
export async function storeScan(context: Pick<Context, 'services'>, place: { owner: string; file: string }, file: SentFile): Promise<Measured | ScanProblem> {
  const measured = await storeBrought(context, place, { ...file, sizeBytesMax: scanLimits.sizeBytesMax })
  return typeof measured === 'string' || measured.type === 'pdf' ? measured : 'type-not-allowed'
}

/**
 * Takes a scanned PDF from the network for a case: sealed for the case while it streams, then recorded, its check queued. What
 * is not recorded belongs to nobody and goes. Whoever calls it has looked up the case, and the record asks for the right.
 */
export async function receiveScan(context: Pick<Context, 'perform' | 'services'>, target: ScanTarget, file: SentFile): Promise<ScanOutcome> {
  const storageKey = newId()
  const measured = await storeScan(context, documentPlace(target.caseId, storageKey), file)
  const recorded = typeof measured === 'string' ? null : await context.perform(recordScan, { ...target, storageKey, sha256: measured.sha256, sizeBytes: measured.sizeBytes })
  if (!recorded?.ok) await context.services.storage.delete(storageKey)
  if (typeof measured === 'string') return measured
  if (recorded?.ok) return 'received'
  if (recorded?.refusal === 'scanned-before') return 'doubled'
  throw new Error('Whoever reaches the page may scan')
}
