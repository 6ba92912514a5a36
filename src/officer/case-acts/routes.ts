import type { Route } from '../../platform/http/page.ts'
import { cardPage } from './card-page.tsx'
import { holdPage, releaseAction } from './hold-page.tsx'
import { motionPage } from './motion-page.tsx'
import { transferPage } from './transfer-page.tsx'
import { withdrawCasePage } from './withdraw-page.tsx'

export const caseActRoutes: readonly Route[] = [transferPage, holdPage, releaseAction, motionPage, cardPage, withdrawCasePage]
