import type { Route } from '../../platform/http/page.ts'
import { changePasswordPage } from './own/pages/change-password.tsx'
import { changeQuestionsPage } from './own/pages/change-questions.tsx'
import { makeBackupCodePage } from './own/pages/make-backup-code.tsx'
import { forgotPasswordPage } from './pages/forgot-password.tsx'
import { resetAnswersPage } from './pages/reset-answers.tsx'
import { resetBackupCodePage } from './pages/reset-backup-code.tsx'
import { anotherResetCode, otherResetWay, resetCodePage } from './pages/reset-code.tsx'
import { resetDonePage } from './pages/reset-done.tsx'
import { resetLinkPage } from './pages/reset-link.tsx'
import { askResetPasskey, resetPasskeyPage } from './pages/reset-passkey.tsx'
import { resetPasswordPage } from './pages/reset-password.tsx'
import { recoveryPage } from './request/pages/ask-for-recovery.tsx'
import { cancelOwnRecoveryAction, cancelRecoveryPage } from './request/pages/cancel-recovery.tsx'
import { continueRecoveryPage } from './request/pages/continue-recovery.tsx'

/** The ways back in, in the order a person meets them. */
export const recoveryRoutes: readonly Route[] = [
  forgotPasswordPage,
  resetLinkPage,
  resetCodePage,
  anotherResetCode,
  otherResetWay,
  resetPasskeyPage,
  askResetPasskey,
  resetBackupCodePage,
  resetAnswersPage,
  resetPasswordPage,
  resetDonePage,
  changePasswordPage,
  changeQuestionsPage,
  makeBackupCodePage,
  recoveryPage,
  continueRecoveryPage,
  cancelRecoveryPage,
  cancelOwnRecoveryAction,
]
