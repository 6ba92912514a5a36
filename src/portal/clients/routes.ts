import type { Route } from '../../platform/http/page.ts'
import { clientPage } from './client-page.tsx'
import { clientsPage } from './list-page.tsx'

export const clientRoutes: readonly Route[] = [clientsPage, clientPage]
