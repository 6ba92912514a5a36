import { asActor } from '../platform/db/transaction.ts'
import type { Job } from '../platform/jobs/job.ts'
import { copyKey, previewKey, previewPagesMost } from './evidence-file.ts'
import { keysTried } from './resumable/resumable-upload.ts'
import { lockFile, markBytesGone } from './evidence-store.ts'

/** Deletes the bytes of a removed or refused file and the pictures of its pages. */
export const forgetJob: Job = {
  task: 'evidence.forget',
  run: ({ pool, actor, services }, payload) =>
    asActor(pool, actor, {}, async (tx) => {
      const row = await lockFile(tx, String(payload.file))
      if (!row || row.bytes_gone_at || (row.state !== 'refused' && !row.removed_at)) return
      const now = services.clock.now()
      // Queued anew by each removal; what can be put back keeps its bytes, whatever job comes early.
      if (row.restorable_until && Temporal.Instant.compare(now, row.restorable_until) < 0) return
      for (let page = 1; page <= previewPagesMost; page += 1) {
        await services.storage.delete(previewKey(row.storage_key, page))
      }
      const { storage_key: key } = row
      for (const each of [copyKey(key), key, ...keysTried(key, row.parts_tried)]) await services.storage.delete(each)
      await markBytesGone(tx, row.id, now)
    }),
}
