import type { Route } from '../../platform/http/page.ts'
import { clientPage } from './client-page.tsx'
import { clientCalendarEndpoint } from '../calendar/calendar-endpoints.ts'
import { deadlinesPage } from './deadlines-page.tsx'
import { clientsPage } from './list-page.tsx'

export const clientRoutes: readonly Route[] = [clientsPage, deadlinesPage, clientCalendarEndpoint, clientPage]
