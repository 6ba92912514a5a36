import type { Route } from '../platform/http/page.ts'
import { contactPage } from './pages/contact.tsx'
import { profilePage } from './pages/profile.tsx'

export const profileRoutes: readonly Route[] = [profilePage, contactPage]
