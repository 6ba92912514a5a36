import type { Route } from '../../platform/http/page.ts'
import { caseDocumentEndpoint } from './case-document.ts'
import { casePage, putBackAction } from './case.tsx'
import { evidenceFileEndpoint, evidencePreviewEndpoint } from '../evidence/serve-file.ts'
import { decideFeeWaiverPage } from '../fee-waiver/decide-page.tsx'
import { confirmPersonPage } from './confirm-person.tsx'
import { enrolAppPage } from './enrol-app.tsx'
import { enrolPage } from './enrol.tsx'
import { findCasePage } from './find-case.tsx'
import { frontPage } from './front.tsx'
import { openCasePage } from './open-case.tsx'
import { queueListPage, takeNextAction } from './queue.tsx'
import { queuesPage } from './queues.tsx'
import { extendSessionEndpoint, signOutAction } from './session.ts'
import { signInCodePage } from './sign-in-code.tsx'
import { signInPage } from './sign-in.tsx'
import { dailyMoneyPage } from '../money/daily-money-page.tsx'
import { moneyFileEndpoint } from '../money/money-file.ts'
import { moneyOfDayPage } from '../money/money-of-day-page.tsx'
import { accessRoutes } from '../access-codes/routes.ts'
import { intakeRoutes } from '../intake/routes.ts'
import { messageRoutes } from '../messages/routes.ts'
import { printingRoutes } from '../printing/routes.ts'
import { protectionRoutes } from '../protection/routes.ts'
import { moneyPage } from '../refunds/money-page.tsx'
import { refundActions } from '../refunds/refund-actions.ts'
import { refundQueuePage } from '../refunds/refund-queue-page.tsx'
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
  takenBackPage,
  findCasePage,
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
  ...protectionRoutes,
  ...intakeRoutes,
  ...messageRoutes,
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
