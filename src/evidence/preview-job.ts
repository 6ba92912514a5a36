import { buffer } from 'node:stream/consumers'
import { asActor, type Tx } from '../platform/db/transaction.ts'
import type { Job, JobContext } from '../platform/jobs/job.ts'
import { copyForOthers, type FileKind, previewOf } from '../platform/preview/index.ts'
import { contentLimits, copyKey, previewKey, previewPagesMost } from './evidence-file.ts'
import { type FileRow, findFile, lockFile, markCopied, markPreviewed } from './evidence-store.ts'
import { openStored, sealedFor, storedFile } from './stored-file.ts'

/**
 * Makes the copy of a clean picture that others see, and pictures of a file's first pages, page by page: a second run goes on
 * after the last one kept.
 */
export const previewJob: Job = {
  task: 'evidence.preview',
  async run(context, payload) {
    const row = await asActor(context.pool, context.actor, { readOnly: true }, (tx) =>
      findFile(tx, String(payload.file)),
    )
    if (row?.state !== 'clean' || row.removed_at) return
    const bytes = await buffer(await openStored(context.services, storedFile(row)))
    await copy(context, row, bytes)
    const last = Math.min(row.pages ?? 0, previewPagesMost)
    for (let page = row.previews + 1; page <= last; page += 1) {
      const picture = await previewOf({ kind: row.type as FileKind, bytes, page }, contentLimits, context.services.readFile)
      if (!picture || !(await keepPicture(context, row, page, picture))) return
    }
  },
}

async function copy(context: JobContext, row: FileRow, bytes: Buffer): Promise<void> {
  if (row.type === 'pdf' || row.shown_copy_at) return
  const made = await copyForOthers({ kind: row.type as Exclude<FileKind, 'pdf'>, bytes }, contentLimits, context.services.readFile)
  const now = context.services.clock.now()
  if (made) await keep(context, row, { key: copyKey(row.storage_key), bytes: made, mark: (tx) => markCopied(tx, row.id, now) })
}

const keepPicture = (context: JobContext, row: FileRow, page: number, picture: Buffer): Promise<boolean> =>
  keep(context, row, { key: previewKey(row.storage_key, page), bytes: picture, mark: (tx) => markPreviewed(tx, row.id, page) })

type Made = { readonly key: string; readonly bytes: Buffer; mark(tx: Tx): Promise<void> }

/** Keeps what was made of a file beside it. False when the file was removed meanwhile: then this goes too. */
async function keep(context: JobContext, row: FileRow, { key, bytes, mark }: Made): Promise<boolean> {
  const { storage, keys } = context.services
  // The lock keeps a removal waiting: its job then finds all that was made.
  return asActor(context.pool, context.actor, {}, async (tx) => {
    const current = await lockFile(tx, row.id)
    if (!current || current.removed_at) return false
    await storage.put(key, sealedFor(keys, { account: row.account, storageKey: key }, [bytes]))
    await mark(tx)
    return true
  })
}
