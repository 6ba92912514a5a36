import type { Route } from '../../platform/http/page.ts'
import { answerFilesEndpoint, removeAnswerFileAction } from '../answer-files/files-actions.ts'
import { caseMessagesPage, searchCaseMessagesEndpoint } from './case-messages-page.tsx'
import { messageQueuePage } from './queue-page.tsx'
import { closeThreadAction, threadPage } from './thread-page.tsx'

export const messageRoutes: readonly Route[] = [messageQueuePage, caseMessagesPage, searchCaseMessagesEndpoint, threadPage, closeThreadAction, answerFilesEndpoint, removeAnswerFileAction]
