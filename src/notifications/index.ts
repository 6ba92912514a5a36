import type { Route } from '../platform/http/page.ts'
import { notificationsPage } from './pages/notifications-page.tsx'

export { deleteChoices } from './choice-store.ts'
export { heldNotifications } from './held-notifications.ts'
export { mailKinds, textMessageKinds } from './message-kinds.ts'
export { type News, notify } from './notify.ts'

export const notificationsRoutes: readonly Route[] = [notificationsPage]
