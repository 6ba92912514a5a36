import type { Route } from '../../platform/http/page.ts'
import { checkRoutes } from '../checks/checks-page.tsx'
import { conflictRoutes } from '../conflicts/conflicts-page.tsx'
import { approvalsPage } from './approvals-page.tsx'
import { approvePage } from './approve-page.tsx'
import { decisionRoutesOfOne } from './decision-page.tsx'
import { decisionsPage } from './decisions-page.tsx'
import { caseActRoutes } from '../case-acts/routes.ts'
import { denyPage, refuseMotionPage, reopenPage } from './propose-page.tsx'

export const decisionRoutes: readonly Route[] = [approvalsPage, decisionsPage, approvePage, denyPage, reopenPage, refuseMotionPage, ...caseActRoutes, ...decisionRoutesOfOne, ...checkRoutes, ...conflictRoutes]
