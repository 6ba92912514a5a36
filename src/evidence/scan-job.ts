import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { asActor } from '../platform/db/transaction.ts'
import type { Job, JobContext } from '../platform/jobs/job.ts'
import { inspectUpload } from '../platform/scan/index.ts'
import { contentLimits } from './evidence-file.ts'
import { type FileRow, findFile } from './evidence-store.ts'
import { recordVerdict, type Verdict } from './record-verdict.ts'
import { evidenceFile, openStored } from './stored-file.ts'

/** Judges one stored file: first the scanner, then, in a process of its own, what is inside it. */
export const scanJob: Job = {
  task: 'evidence.scan',
  async run(context, payload) {
    const file = String(payload.file)
    const row = await asActor(context.pool, context.actor, { readOnly: true }, (tx) => findFile(tx, file))
    if (row?.state !== 'received' || row.removed_at) return
    await context.perform(recordVerdict, { file, verdict: await verdictOn(context, row) })
  },
}

async function verdictOn({ services }: JobContext, row: FileRow): Promise<Verdict> {
  const bytes = await buffer(await openStored(services, row.account, row.storage_key))
  const scanned = await services.scanner.scan(Readable.from([bytes]))
  // An error of the scanner is no verdict (ASVS V5.4.3): the job fails and is tried again, and the file stays unserved.
  if (scanned === 'error') throw new Error('the scanner gave no verdict')
  if (scanned !== 'clean') return { refusal: 'malware' }
  const { name: fileName } = evidenceFile(services.keys, row)
  return inspectUpload({ fileName, bytes, limits: { ...contentLimits, sizeBytesMax: bytes.length } })
}
