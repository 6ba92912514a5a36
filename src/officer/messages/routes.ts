import type { Route } from '../../platform/http/page.ts'
import { messageQueuePage } from './queue-page.tsx'
import { closeThreadAction, threadPage } from './thread-page.tsx'

export const messageRoutes: readonly Route[] = [messageQueuePage, threadPage, closeThreadAction]
