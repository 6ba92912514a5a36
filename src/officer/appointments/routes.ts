import type { Route } from '../../platform/http/page.ts'
import { fileRoutes } from './appointment-page.tsx'
import { caseAppointmentsPage } from './case-page.tsx'
import { appointmentDayPage, noteArrivalAction } from './day-page.tsx'
import { timesRoutes } from './times-page.tsx'

export const appointmentRoutes: readonly Route[] = [appointmentDayPage, noteArrivalAction, ...timesRoutes, caseAppointmentsPage, ...fileRoutes]
