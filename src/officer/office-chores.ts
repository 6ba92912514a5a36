import { asActor } from '../platform/db/transaction.ts'
import type { Chore } from '../platform/jobs/job.ts'
import { unsentDays } from './answer-files/answer-file.ts'
import { removeForgotten } from './answer-files/answer-file-store.ts'
import { deleteOldLinks } from './enrolment/link-store.ts'
import { fileDaysMost } from './intake/bring/brought-file.ts'
import { giveUpOld } from './intake/bring/brought-store.ts'
import { deleteOldRefusals, refusalDays } from './intake/intake-store.ts'
import { deleteOldEntries } from './intake/by-hand/entry-store.ts'
import { deleteRemovedViews } from './queues/views/view-store.ts'
import { deleteOldSearches } from './search/search-store.ts'
import { deleteUnconfirmed } from './bulk/bulk-store.ts'
import { deleteOldSessions } from './sessions/session-store.ts'
import { deleteOldPasswordTries } from './sign-in/password-try-store.ts'

/** Deletes what each table of the office says it does not keep any longer. */
export const sweepOffice: Chore = {
  name: 'officer.sweep',
  everySeconds: 3600,
  run: ({ pool, actor, services }) =>
    asActor(pool, actor, {}, async (tx) => {
      const now = services.clock.now()
      const daysAgo = (days: number) => now.subtract({ hours: 24 * days })
      await deleteOldPasswordTries(tx, daysAgo(2))
      await deleteOldLinks(tx, daysAgo(30))
      await deleteOldSessions(tx, daysAgo(90))
      await deleteOldRefusals(tx, daysAgo(refusalDays))
      await giveUpOld(tx, daysAgo(fileDaysMost), now)
      await deleteRemovedViews(tx, daysAgo(30))
      await deleteOldSearches(tx, daysAgo(90))
      await deleteUnconfirmed(tx, daysAgo(7))
      await removeForgotten(tx, daysAgo(unsentDays), now)
      await deleteOldEntries(tx, { typedBefore: daysAgo(7), takenBefore: daysAgo(30) })
    }),
}
