import type { Route } from '../../../platform/http/page.ts'
import { askAutosave } from './ask-autosave.ts'
import { askPage } from './ask-page.tsx'
import { requestPage } from './request-page.tsx'
import { requestsPage } from './requests-page.tsx'
import { reviewAnswerPage } from './review-page.tsx'

export const requestRoutes: readonly Route[] = [requestsPage, requestPage, askPage, askAutosave, reviewAnswerPage]
