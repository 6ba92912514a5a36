import { buffer } from 'node:stream/consumers'
import { asActor } from '../platform/db/transaction.ts'
import type { Job, JobContext } from '../platform/jobs/job.ts'
import { contentLimits } from './evidence-file.ts'
import { type FileRow, findFile } from './evidence-store.ts'
import { judgeBytes, type Verdict } from './judge-bytes.ts'
import { recordNoVerdict } from './record-no-verdict.ts'
import { recordVerdict } from './record-verdict.ts'
import { evidenceFile, openStored, storedFile } from './stored-file.ts'

/** Judges one stored file. Without a verdict it stays unserved, and is asked about again when the scanner answers. */
export const scanJob: Job = {
  task: 'evidence.scan',
  async run(context, payload) {
    const file = String(payload.file)
    const row = await asActor(context.pool, context.actor, { readOnly: true }, (tx) => findFile(tx, file))
    if (row?.state !== 'received' || row.removed_at) return
    const verdict = await verdictOn(context, row)
    if (verdict) await context.perform(recordVerdict, { file, verdict })
    else await context.perform(recordNoVerdict, { file })
  },
}

async function verdictOn({ services }: JobContext, row: FileRow): Promise<Verdict | null> {
  const bytes = await buffer(await openStored(services, storedFile(row)))
  const { name: fileName } = evidenceFile(services.keys, row)
  return judgeBytes(services, bytes, { fileName, limits: contentLimits })
}
