import type { Route } from '../platform/http/page.ts'
import { addressChangedPage } from './pages/address-changed-page.tsx'
import { addCasePage } from './pages/add-case-page.tsx'
import { caseDocumentEndpoint } from './pages/case-document.ts'
import { casePage } from './pages/case-page.tsx'
import { changeAddressPage } from './pages/change-address-page.tsx'
import { type AppCodes, demoOutboxRoutes } from './pages/demo-outbox-pages.tsx'
import { feesPage } from './pages/fees-page.tsx'
import { fileOpeningsPage } from './pages/file-openings-page.tsx'
import { frontPage } from './pages/front-page.tsx'
import { helpAccountNumberPage, helpPage } from './pages/help-pages.tsx'
import { homePage } from './pages/home-page.tsx'
import { leavingPage } from './pages/leaving-page.tsx'
import { keepRegionAction, storagePreferencesPage } from './storage/storage-preferences-page.tsx'
import { accessibilityPage, privacyPage, processingTimesPage } from './pages/text-pages.tsx'

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
  addCasePage,
  changeAddressPage,
  addressChangedPage,
  fileOpeningsPage,
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
