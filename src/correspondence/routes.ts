import type { Route } from '../platform/http/page.ts'
import { appointmentRoutes } from './appointments/pages/routes.ts'
import { additionalPage, gatherAction } from './additional/pages/additional-page.tsx'
import { ownDecisionPage } from './decisions/pages/decision-page.tsx'
import { gatherIdentityAction, identityPage } from './identity/pages/identity-page.tsx'
import { proveOnlineAction } from './identity/pages/online-parts.tsx'
import { identityReturnEndpoint, identityUnusedPage } from './identity/pages/return-page.tsx'
import { standInPage } from './identity/pages/stand-in-page.tsx'
import { withdrawPage } from './withdrawal/pages/withdraw-page.tsx'
import { inquiryPage } from './inquiries/pages/inquiry-page.tsx'
import { requestRoutes } from './evidence-requests/pages/routes.ts'
import { messageRoutes } from './messages/pages/routes.ts'
import { noticeRoutes } from './notices/pages/routes.ts'
import { incidentsPage } from './outages/pages/incidents-page.tsx'

/** Every address of the portal about what people and the agency say to each other. */
export const correspondenceRoutes: readonly Route[] = [
  ...messageRoutes,
  ...noticeRoutes,
  ...requestRoutes,
  incidentsPage,
  ...appointmentRoutes,
  ownDecisionPage,
  additionalPage,
  gatherAction,
  inquiryPage,
  withdrawPage,
  identityPage,
  gatherIdentityAction,
  proveOnlineAction,
  identityReturnEndpoint,
  identityUnusedPage,
  standInPage,
]
