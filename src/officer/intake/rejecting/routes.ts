import type { Route } from '../../../platform/http/page.ts'
import { correctRejectionPage, rejectFormPage } from './reject-pages.tsx'
import { dropRejectionAction, rejectionPage } from './rejection-page.tsx'
import { rejectionsPage } from './rejections-page.tsx'

export const rejectingRoutes: readonly Route[] = [rejectionsPage, rejectFormPage, rejectionPage, correctRejectionPage, dropRejectionAction]
