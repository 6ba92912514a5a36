import type { Route } from '../../platform/http/page.ts'
import { caseDocumentEndpoint } from './case-document.ts'
import { casePage, putBackAction } from './case.tsx'
import { evidenceFileEndpoint, evidencePreviewEndpoint } from '../evidence/serve-file.ts'
import { decideFeeWaiverPage } from '../fee-waiver/decide-page.tsx'
import { confirmPersonPage } from './confirm-person.tsx'
import { enrolAppPage } from './enrol-app.tsx'
import { enrolPage } from './enrol.tsx'
import { findCasePage, findPersonPage } from './find-case.tsx'
import { foundPage } from '../search/found-page.tsx'
import { frontPage } from './front.tsx'
import { openCasePage } from './open-case.tsx'
import { queueListPage, takeNextAction } from './queue.tsx'
import { queuesPage } from './queues.tsx'
import { bulkRoutes } from '../bulk/routes.ts'
import { queueRoutes } from '../queues/routes.ts'
import { extendSessionEndpoint, signOutAction } from './session.ts'
import { signInCodePage } from './sign-in-code.tsx'
import { signInPage } from './sign-in.tsx'
import { dailyMoneyPage } from '../money/daily-money-page.tsx'
import { moneyFileEndpoint } from '../money/money-file.ts'
import { moneyOfDayPage } from '../money/money-of-day-page.tsx'
import { appointmentRoutes } from '../appointments/routes.ts'
import { accessRoutes } from '../access-codes/routes.ts'
import { intakeRoutes } from '../intake/routes.ts'
import { decisionRoutes } from '../decisions/routes.ts'
import { noteRoutes } from '../notes/routes.ts'
import { additionalRoutes } from '../evidence/additional-pages.tsx'
import { identityRoutes } from '../identity/identity-actions.ts'
import { inquiryPage } from '../inquiries/inquiry-page.tsx'
import { inquiryQueuePage } from '../inquiries/queue-page.tsx'
import { evidenceRequestRoutes } from '../evidence-requests/routes.ts'
import { outageRoutes } from '../outages/routes.ts'
import { messageRoutes } from '../messages/routes.ts'
import { numbersFileEndpoint } from '../numbers/numbers-file.ts'
import { numbersPage } from '../numbers/numbers-page.tsx'
import { noticePage } from '../notices/notice-page.tsx'
import { recordFileEndpoint } from '../record/record-file.ts'
import { recordPage } from '../record/record-page.tsx'
import { personPage } from '../person/person-page.tsx'
import { printingRoutes } from '../printing/routes.ts'
import { protectionRoutes } from '../protection/routes.ts'
import { moneyPage } from '../refunds/money-page.tsx'
import { refundActions } from '../refunds/refund-actions.ts'
import { refundQueuePage } from '../refunds/refund-queue-page.tsx'
import { licencePage, refuseLicencePage } from '../representatives/licence-page.tsx'
import { seeSharedContactAction, sharedContactsPage } from '../shared-contacts/shared-contacts-page.tsx'
import { licenceQueuePage } from '../representatives/queue-page.tsx'
import { scanRoutes } from '../scans/routes.ts'
import { openSupportRequestPage } from '../support/pages/open-request.tsx'
import { requestActions } from '../support/pages/request-actions.ts'
import { supportRequestPage } from '../support/pages/request-page.tsx'
import { takenBackPage } from './taken-back.tsx'
import { supportQueuePage } from '../support/pages/support-queue.tsx'

/** Every address of the office. */
export const officeRoutes = (): readonly Route[] => [
  frontPage,
  enrolPage,
  enrolAppPage,
  signInPage,
  signInCodePage,
  signOutAction,
  extendSessionEndpoint,
  queuesPage,
  queueListPage,
  takeNextAction,
  ...queueRoutes,
  ...bulkRoutes,
  takenBackPage,
  findCasePage,
  findPersonPage,
  foundPage,
  personPage,
  casePage,
  openCasePage,
  confirmPersonPage,
  decideFeeWaiverPage,
  moneyPage,
  ...refundActions,
  refundQueuePage,
  dailyMoneyPage,
  moneyOfDayPage,
  moneyFileEndpoint,
  ...accessRoutes,
  ...appointmentRoutes,
  ...protectionRoutes,
  ...intakeRoutes,
  ...messageRoutes,
  ...decisionRoutes,
  recordPage,
  recordFileEndpoint,
  numbersPage,
  numbersFileEndpoint,
  ...noteRoutes,
  ...additionalRoutes,
  inquiryQueuePage,
  inquiryPage,
  ...identityRoutes,
  noticePage,
  ...evidenceRequestRoutes,
  ...outageRoutes,
  sharedContactsPage,
  seeSharedContactAction,
  licenceQueuePage,
  licencePage,
  refuseLicencePage,
  ...printingRoutes,
  ...scanRoutes,
  putBackAction,
  caseDocumentEndpoint,
  evidenceFileEndpoint,
  evidencePreviewEndpoint,
  supportQueuePage,
  supportRequestPage,
  openSupportRequestPage,
  ...requestActions,
]
