import type { Route } from '../../../platform/http/page.ts'
import { scanFormEndpoint } from './scan-form-endpoint.ts'
import { dropFormAction, lookOverPage } from './pages/look-over-page.tsx'
import { correctFormPage, typeFormPage } from './pages/type-form-page.tsx'

export const byHandRoutes: readonly Route[] = [typeFormPage, lookOverPage, correctFormPage, dropFormAction, scanFormEndpoint]
