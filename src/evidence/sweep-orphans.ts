import { asActor } from '../platform/db/transaction.ts'
import type { Chore } from '../platform/jobs/job.ts'
import { deleteBegunUploads, deleteForgottenFiles, lockBegunUploads } from './evidence-store.ts'

/** Longer than any request may take to come in. */
const uploadHoursMost = 1
const forgottenDaysKept = 30

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
      await deleteForgottenFiles(tx, now.subtract({ hours: 24 * forgottenDaysKept }))
    }),
}
