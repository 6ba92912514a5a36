import { asActor, type Tx } from '../platform/db/transaction.ts'
import type { Chore } from '../platform/jobs/job.ts'
import type { StoragePort } from '../platform/storage/index.ts'
import { deleteBegunUploads, deleteForgottenFiles, lockBegunUploads } from './evidence-store.ts'
import { deleteUploads, lockUploadsOver } from './resumable/resumable-store.ts'
import { keysLeftOver } from './resumable/resumable-upload.ts'

/** Longer than any request may take to come in. */
const uploadHoursMost = 1
const forgottenDaysKept = 30

/** Resumable uploads that were cancelled, or that nobody went on with; of one that became a file go the row and what is no part of it. */
async function sweepUploadsOver(tx: Tx, storage: StoragePort, now: Temporal.Instant): Promise<void> {
  const over = await lockUploadsOver(tx, now, 200)
  for (const { storage_key, parts, parts_tried, outcome } of over) {
    const kept = outcome === 'received' ? parts : []
    for (const key of keysLeftOver(storage_key, kept, parts_tried)) await storage.delete(key)
  }
  await deleteUploads(
    tx,
    over.map(({ id }) => id),
  )
}

/**
 * Deletes the bytes of uploads that were never recorded: the process was killed, or the person went away, between
 * storing and recording. Then the rows of files that were removed or refused long ago.
 */
export const sweepOrphans: Chore = {
  name: 'evidence.sweep-orphans',
  everySeconds: 600,
  run: ({ pool, actor, services }) =>
    asActor(pool, actor, {}, async (tx) => {
      const now = services.clock.now()
      const begun = await lockBegunUploads(tx, now.subtract({ hours: uploadHoursMost }), 200)
      for (const { storage_key } of begun) await services.storage.delete(storage_key)
      await deleteBegunUploads(
        tx,
        begun.map(({ id }) => id),
      )
      await sweepUploadsOver(tx, services.storage, now)
      await deleteForgottenFiles(tx, now.subtract({ hours: 24 * forgottenDaysKept }))
    }),
}
