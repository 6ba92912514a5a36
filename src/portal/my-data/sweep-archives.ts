import { asActor } from '../../platform/db/transaction.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import { makingHoursMost } from './archive.ts'
import { deleteGone, giveUpOld, lockOver, markGone } from './archive-store.ts'

const atOnceMost = 100

/** Gives up what was not made within a day, deletes the bytes of what is over, then the rows that no limit counts any more. */
export const sweepArchives: Chore = {
  name: 'portal.sweep-archives',
  everySeconds: 600,
  run: ({ pool, actor, services }) =>
    asActor(pool, actor, {}, async (tx) => {
      const now = services.clock.now()
      await giveUpOld(tx, now.subtract({ hours: makingHoursMost }), now)
      for (const { id, storage_key } of await lockOver(tx, now, atOnceMost)) {
        if (storage_key) await services.storage.delete(storage_key)
        await markGone(tx, id, now)
      }
      await deleteGone(tx, now.subtract({ hours: 48 }))
    }),
}
