import type { Route } from '../platform/http/page.ts'
import { addressChangedPage } from './pages/address-changed-page.tsx'
import type { Chore, Job } from '../platform/jobs/job.ts'
import { carryOutClosings } from './closing/carry-out-closings.ts'
import { closePage } from './closing/pages/close-page.tsx'
import { type ArchiveFrame, makeArchiveJob } from './my-data/make-archive.ts'
import { dataPage } from './my-data/pages/data-page.tsx'
import { sweepArchives } from './my-data/sweep-archives.ts'
import { archiveEndpoint } from './my-data/take-archive.ts'
import { addCasePage } from './paper/add-case-page.tsx'
import { claimAccountPage, claimPage } from './paper/claim-page.tsx'
import { newCodePage } from './paper/new-code-page.tsx'
import { confirmMailAction } from './paper/confirm-mail.ts'
import { signUpCodePage } from './paper/sign-up-code-page.tsx'
import { stopFollowersAction, unfollowAction } from './paper/follow-actions.ts'
import { clientRoutes } from './clients/routes.ts'
import { representativeRoutes } from './representatives/ending-pages.tsx'
import { accountCalendarEndpoint, caseCalendarEndpoint } from './calendar/calendar-endpoints.ts'
import { caseDocumentEndpoint } from './pages/case-document.ts'
import { casePage } from './pages/case-page.tsx'
import { changeAddressPage } from './pages/change-address-page.tsx'
import { type AppCodes, demoOutboxRoutes } from './pages/demo-outbox-pages.tsx'
import { feesPage } from './pages/fees-page.tsx'
import { fileOpeningsPage } from './pages/file-openings-page.tsx'
import { frontPage } from './pages/front-page.tsx'
import { helpAccountNumberPage } from './help/account-number-page.tsx'
import { helpPage } from './help/help-page.tsx'
import { homePage } from './pages/home-page.tsx'
import { leavingPage } from './pages/leaving-page.tsx'
import { keepRegionAction, storagePreferencesPage } from './storage/storage-preferences-page.tsx'
import { accessibilityPage } from './pages/accessibility-page.tsx'
import { privacyPage } from './privacy/privacy-page.tsx'
import { processingTimesPage } from './times/processing-times-page.tsx'

export { archiveKeys } from './my-data/archive-store.ts'
export { claimWhatIsCarried } from './paper/carried-claim.ts'
export { nameOfClient } from './representatives/name-of-client.ts'
export { portalMailKinds } from './mails.ts'
export { CaseStatusForm } from './case-status-form.tsx'
export type { AppCodes } from './pages/demo-outbox-pages.tsx'

export interface PortalParts {
  /** For the demonstration's outbox: the codes of staff members' authentication apps. */
  appCodes?: AppCodes
}

/** The pages that belong to no one domain. */
export const portalRoutes = ({ appCodes = async () => [] }: PortalParts = {}): readonly Route[] => [
  frontPage,
  homePage,
  casePage,
  caseDocumentEndpoint,
  caseCalendarEndpoint,
  accountCalendarEndpoint,
  addCasePage,
  claimPage,
  signUpCodePage,
  claimAccountPage,
  newCodePage,
  unfollowAction,
  stopFollowersAction,
  ...clientRoutes,
  ...representativeRoutes,
  confirmMailAction,
  changeAddressPage,
  addressChangedPage,
  fileOpeningsPage,
  dataPage,
  archiveEndpoint,
  closePage,
  helpPage,
  helpAccountNumberPage,
  privacyPage,
  accessibilityPage,
  storagePreferencesPage,
  keepRegionAction,
  leavingPage,
  feesPage,
  processingTimesPage,
  ...demoOutboxRoutes(appCodes),
]

export const portalJobs = (frame: ArchiveFrame): readonly Job[] => [makeArchiveJob(frame)]
export const portalChores: readonly Chore[] = [sweepArchives, carryOutClosings]
