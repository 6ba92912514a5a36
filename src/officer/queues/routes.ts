import type { Route } from '../../platform/http/page.ts'
import { keepViewAction, putViewBackAction, removeViewAction, viewPage, viewsPage } from './pages/views-page.tsx'
import { shortcutsPage } from '../shortcuts/shortcuts-page.tsx'
import { assignWorkAction, workOfPage, workPage } from './pages/work-page.tsx'

export const queueRoutes: readonly Route[] = [shortcutsPage, viewsPage, viewPage, keepViewAction, removeViewAction, putViewBackAction, workPage, workOfPage, assignWorkAction]
