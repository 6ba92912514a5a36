import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { asActor } from '../platform/db/transaction.ts'
import type { Job, JobContext } from '../platform/jobs/job.ts'
import { inspectUpload, structuralScanner } from '../platform/scan/index.ts'
import { type CheckRefusal, contentLimits } from './evidence-file.ts'
import { type FileRow, findFile } from './evidence-store.ts'
import { recordNoVerdict } from './record-no-verdict.ts'
import { recordVerdict, type Verdict } from './record-verdict.ts'
import { evidenceFile, openStored, storedFile } from './stored-file.ts'

/**
 * Judges one stored file: first how it is built, in a process of its own too, then the scanner that knows malware.
 * What no scanner is needed for is said at once, even while that one is away.
 */
export const scanJob: Job = {
  task: 'evidence.scan',
  async run(context, payload) {
    const file = String(payload.file)
    const row = await asActor(context.pool, context.actor, { readOnly: true }, (tx) => findFile(tx, file))
    if (row?.state !== 'received' || row.removed_at) return
    const verdict = await verdictOn(context, row)
    // No verdict (ASVS V5.4.3): the file stays unserved, and is asked about again when the scanner answers.
    if (verdict) await context.perform(recordVerdict, { file, verdict })
    else await context.perform(recordNoVerdict, { file })
  },
}

async function verdictOn({ services }: JobContext, row: FileRow): Promise<Verdict | null> {
  const bytes = await buffer(await openStored(services, storedFile(row)))
  const structure = await structuralScanner.scan(Readable.from([bytes]))
  if (structure !== 'clean') return structure === 'error' ? null : { refusal: 'malware' }
  const { name: fileName } = evidenceFile(services.keys, row)
  const inside = await inspectUpload({ fileName, bytes, limits: { ...contentLimits, sizeBytesMax: bytes.length } })
  if ('refusal' in inside) return inside
  const scanned = await services.scanner.scan(Readable.from([bytes]))
  if (scanned === 'clean') return inside
  return scanned === 'error' ? null : { refusal: refusalOf(scanned.found) }
}

/** What is folded too deep or too large for clamd to look into is no malware, and is let through no more than that. */
const refusalOf = (found: string): CheckRefusal => (found.startsWith('Heuristics.Limits.Exceeded') ? 'broken' : 'malware')
