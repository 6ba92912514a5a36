import type { Route } from '../../../platform/http/page.ts'
import { appointmentPage } from './appointment-page.tsx'
import { appointmentsPage } from './appointments-page.tsx'
import { appointmentCalendarEndpoint } from './calendar-endpoint.ts'
import { changePage } from './change-page.tsx'

export const appointmentRoutes: readonly Route[] = [appointmentsPage, appointmentPage, changePage, appointmentCalendarEndpoint]
