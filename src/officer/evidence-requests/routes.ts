import type { Route } from '../../platform/http/page.ts'
import { composePage } from './compose-page.tsx'
import { previewRequestPage } from './preview-page.tsx'
import { noteSeenAction, requestPage } from './request-page.tsx'
import { unansweredPage } from './unanswered-page.tsx'

export const evidenceRequestRoutes: readonly Route[] = [composePage, previewRequestPage, requestPage, noteSeenAction, unansweredPage]
