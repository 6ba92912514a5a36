import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { asActor } from '../platform/db/transaction.ts'
import type { Job, JobContext } from '../platform/jobs/job.ts'
import { type FileKind, previewOf } from '../platform/preview/index.ts'
import { contentLimits, previewKey, previewPagesMost } from './evidence-file.ts'
import { type FileRow, findFile, lockFile, markPreviewed } from './evidence-store.ts'
import { openStored, sealingStream, storedFile } from './stored-file.ts'

/** Makes pictures of a clean file's first pages, page by page: a second run goes on after the last one kept. */
export const previewJob: Job = {
  task: 'evidence.preview',
  async run(context, payload) {
    const row = await asActor(context.pool, context.actor, { readOnly: true }, (tx) =>
      findFile(tx, String(payload.file)),
    )
    if (row?.state !== 'clean' || row.removed_at) return
    const bytes = await buffer(await openStored(context.services, storedFile(row)))
    const last = Math.min(row.pages ?? 0, previewPagesMost)
    for (let page = row.previews + 1; page <= last; page += 1) {
      const picture = await previewOf({ kind: row.type as FileKind, bytes, page }, contentLimits)
      if (!picture || !(await keepPicture(context, row, page, picture))) return
    }
  },
}

/** False when the file was removed meanwhile: then the picture goes too. */
async function keepPicture(context: JobContext, row: FileRow, page: number, picture: Buffer): Promise<boolean> {
  const { storage, keys } = context.services
  const key = previewKey(row.storage_key, page)
  const sealing = sealingStream(keys, row.account, key)
  // The lock keeps a removal waiting: its job then finds every picture that was made.
  return asActor(context.pool, context.actor, {}, async (tx) => {
    const current = await lockFile(tx, row.id)
    if (!current || current.removed_at) return false
    await storage.put(key, Readable.from([picture]).pipe(sealing))
    await markPreviewed(tx, row.id, page)
    return true
  })
}
