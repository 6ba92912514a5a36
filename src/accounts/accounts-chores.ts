import { asActor } from '../platform/db/transaction.ts'
import type { Chore } from '../platform/jobs/job.ts'
import { deleteOldBrowsers } from './browsers/known-browser-store.ts'
import { deleteOldNotMeLinks } from './browsers/not-me-link-store.ts'
import { deleteOldUndoneClosings } from './closing/closing-store.ts'
import { deleteOldChanges } from './contact-change/contact-change-store.ts'
import { deleteOldPoints } from './contact-points/contact-point-store.ts'
import { deleteOldChallenges, deleteRemovedPasskeys } from './passkeys/passkey-store.ts'
import { deleteAbandonedAccounts, deleteOldBackupCodes, deleteOldLinks, deleteOldSessions } from './retention-store.ts'
import { deleteOldSupportRequests } from './support/support-store.ts'
import { deleteOldRequests } from './recovery/request/request-store.ts'
import { deleteOldResets } from './recovery/reset-store.ts'
import { deleteOldApps } from './second-factor/app-store.ts'
import { deleteOldParkedForms } from './sessions/parked-form-store.ts'
import { deleteOldPasswordTries } from './sign-in/password-try-store.ts'
import { deleteOldStepCounts } from './sign-up/step-count-store.ts'

const hour = 3600

/** Deletes what each table says it does not keep any longer. */
export const sweepAccounts: Chore = {
  name: 'accounts.sweep',
  everySeconds: hour,
  run: ({ pool, actor, services }) =>
    asActor(pool, actor, {}, async (tx) => {
      const now = services.clock.now()
      const daysAgo = (days: number) => now.subtract({ hours: 24 * days })
      await deleteOldParkedForms(tx, now.subtract({ minutes: 30 }))
      await deleteOldChallenges(tx, daysAgo(1))
      await deleteRemovedPasskeys(tx, daysAgo(30))
      await deleteOldPasswordTries(tx, daysAgo(2))
      await deleteOldLinks(tx, daysAgo(30))
      await deleteOldResets(tx, daysAgo(30))
      await deleteOldRequests(tx, daysAgo(90))
      await deleteOldSupportRequests(tx, { closedBefore: daysAgo(180), sentBefore: daysAgo(400) })
      await deleteOldSessions(tx, daysAgo(90))
      await deleteOldBackupCodes(tx, daysAgo(90))
      await deleteOldChanges(tx, daysAgo(30))
      await deleteOldPoints(tx, daysAgo(30))
      await deleteOldApps(tx, daysAgo(30))
      await deleteOldBrowsers(tx, daysAgo(400))
      await deleteOldNotMeLinks(tx, daysAgo(30))
      await deleteOldUndoneClosings(tx, daysAgo(30))
      await deleteAbandonedAccounts(tx, daysAgo(90))
      await deleteOldStepCounts(tx, daysAgo(400).toZonedDateTimeISO('UTC').toPlainDate())
    }),
}
