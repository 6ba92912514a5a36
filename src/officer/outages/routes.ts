import type { Route } from '../../platform/http/page.ts'
import { endOutagePage, withdrawOutagePage } from './end-outage-page.tsx'
import { outagesPage } from './outages-page.tsx'

export const outageRoutes: readonly Route[] = [outagesPage, endOutagePage, withdrawOutagePage]
