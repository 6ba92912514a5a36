import type { Route } from '../../platform/http/page.ts'
import { contactChangeRoutes } from '../contact-change/pages/routes.ts'
import { recoveryRoutes } from '../recovery/routes.ts'
import { onePersonRoutes } from '../one-person/pages/routes.ts'
import { passkeyRoutes } from '../passkeys/routes.ts'
import { accountTypePage } from './account-type.tsx'
import { backupCodePage, newBackupCodePage } from './backup-code.tsx'
import { backupCodeText, newBackupCodeText, resetDoneCodeText } from './backup-code-text.ts'
import { checkYourEmailPage, sendAnotherLinkAction } from './check-your-email.tsx'
import { confirmEmailPage } from './confirm-email.tsx'
import { contactSupportPage } from '../support/pages/contact-support.tsx'
import { followSupportPage } from '../support/pages/follow-support.tsx'
import { forgotUsernamePage } from './forgot-username.tsx'
import { notMeDonePage, notMePage } from './not-me.tsx'
import { accountClosedPage, undoClosingPage } from '../closing/pages/closed-pages.tsx'
import { passwordPage } from './password.tsx'
import { representativePage } from './representative.tsx'
import { resetQuestionsPage } from './reset-questions.tsx'
import { historyPage } from './security/history-page.tsx'
import { endAllVisitsAction, endOtherVisitsAction, endVisitAction, sessionLengthAction } from './security/security-actions.ts'
import { securityPage } from './security/security-page.tsx'
import { servicesPage } from './services.tsx'
import { extendSessionEndpoint, signOutAction } from './session.ts'
import { anotherStepUpCode, otherStepUpWay, signInAgainPage } from './sign-in-again.tsx'
import { signInBackupCodePage } from './sign-in-backup-code.tsx'
import { anotherSignInCode, otherSignInWay, signInCodePage } from './sign-in-code.tsx'
import { signInPage } from './sign-in.tsx'
import { factorRoutes } from '../second-factor/pages/routes.ts'
import { safetyRoutes } from '../protection/pages/safety-page.tsx'
import { signUpPage } from './sign-up.tsx'
import { counts } from '../sign-up/step-counts.ts'
import { ownTermsPage, ownTermsVersionPage, termsPage } from '../terms/terms-pages.tsx'
import { termsStepPage } from '../terms/terms-step.tsx'
import { anotherVerificationCode, verificationCodePage } from './verification-code.tsx'
import { changeVerificationMethodAction, verificationMethodPage } from './verification-method.tsx'

/** Every address of this domain, in the order a person meets them. */
export const accountsRoutes: readonly Route[] = [
  counts('start', signUpPage),
  checkYourEmailPage,
  sendAnotherLinkAction,
  counts('email', confirmEmailPage),
  counts('terms', termsStepPage),
  counts('password', passwordPage),
  counts('verification-method', verificationMethodPage),
  counts('verification-code', verificationCodePage),
  anotherVerificationCode,
  changeVerificationMethodAction,
  counts('backup-code', backupCodePage),
  backupCodeText,
  counts('reset-questions', resetQuestionsPage),
  counts('services', servicesPage),
  counts('account-type', accountTypePage),
  counts('representative', representativePage),
  signInPage,
  signInCodePage,
  anotherSignInCode,
  otherSignInWay,
  signInBackupCodePage,
  signInAgainPage,
  anotherStepUpCode,
  otherStepUpWay,
  signOutAction,
  extendSessionEndpoint,
  forgotUsernamePage,
  ...recoveryRoutes,
  contactSupportPage,
  followSupportPage,
  termsPage,
  ownTermsPage,
  ownTermsVersionPage,
  notMePage,
  notMeDonePage,
  securityPage,
  historyPage,
  endVisitAction,
  endOtherVisitsAction,
  endAllVisitsAction,
  sessionLengthAction,
  newBackupCodePage,
  ...factorRoutes,
  ...safetyRoutes,
  ...contactChangeRoutes,
  newBackupCodeText,
  resetDoneCodeText,
  ...onePersonRoutes,
  ...passkeyRoutes,
  accountClosedPage,
  undoClosingPage,
]
