import type { Route } from '../../../platform/http/page.ts'
import { messagesPage } from './messages-page.tsx'
import { threadPage } from './thread-page.tsx'

export const messageRoutes: readonly Route[] = [messagesPage, threadPage]
