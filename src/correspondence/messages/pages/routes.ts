import type { Route } from '../../../platform/http/page.ts'
import { gatherForMessageAction, gatherForThreadAction } from './gather-actions.ts'
import { messagesPage } from './messages-page.tsx'
import { searchEndpoint } from './search-messages.ts'
import { threadPage } from './thread-page.tsx'

export const messageRoutes: readonly Route[] = [messagesPage, searchEndpoint, gatherForMessageAction, threadPage, gatherForThreadAction]
