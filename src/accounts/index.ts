export { type AccountType, accountTypes, type RepresentativeKind } from './account.ts'
export { type AccountContact, readAccountContact } from './account-contact.ts'
export { sweepAccounts } from './accounts-chores.ts'
export { emailField, emailHash } from './email-address.ts'
export { isAnyAccountFinished } from './known-addresses.ts'
export { mailKinds } from './mails/mail-kinds.ts'
export {
  issueOnlineAccountNumber,
  type OnlineAccountNumberError,
  parseOnlineAccountNumber,
  showOnlineAccountNumber,
} from './online-account-number.ts'
export { type OwnAccount, ownAccount } from './own-account.ts'
export { FormPage } from './pages/form-page.tsx'
export { confirmPasswordField, newPasswordField, type PasswordModel, rulesOf } from './pages/new-password-fields.ts'
export { accountsRoutes } from './pages/routes.ts'
export type { Doer } from './procedure.ts'
export { applicant, needsRecentProof, representative, signedIn, signedOut, signUpStep } from './sessions/access.ts'
export { ownPath, withNext } from './sessions/own-path.ts'
export { readSessionProof, type SessionProof } from './sessions/session-proof.ts'
export { parkedForms } from './sessions/parked-form.ts'
export { type Holder, portalVisits } from './sessions/visit.ts'
export { textMessageKinds } from './text-messages/text-message-kinds.ts'
export { termsHash, termsWords } from './terms/terms-text.ts'
export { signUpMoves } from './sign-up/sign-up-moves.ts'
export { nextStep, type SignUpStep, stepPath } from './sign-up/steps.ts'
