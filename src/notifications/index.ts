import type { Route } from '../platform/http/page.ts'
import { mailReachesMeAction } from './pages/mail-reaches-me-action.ts'
import { notificationsPage } from './pages/notifications-page.tsx'

export { deleteChoices } from './choice-store.ts'
export { heldNotifications } from './held-notifications.ts'
export { mailKinds, textMessageKinds } from './message-kinds.ts'
export { mailComesBack } from './own-notifications.ts'
export { OwnMailComesBack } from './pages/mail-comes-back.tsx'
export { type News, notify, notifyEach } from './notify.ts'

export const notificationsRoutes: readonly Route[] = [notificationsPage, mailReachesMeAction]
