import type { Route } from '../../../platform/http/page.ts'
import { changeEmailPage } from './change-email-page.tsx'
import { proveContactPage, undoContactPage } from './link-pages.tsx'
import { recoveryEmailPage, removeRecoveryEmailAction } from './recovery-email-page.tsx'

export const contactChangeRoutes: readonly Route[] = [
  changeEmailPage,
  recoveryEmailPage,
  removeRecoveryEmailAction,
  proveContactPage,
  undoContactPage,
]
