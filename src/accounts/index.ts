export { type AccountType, accountTypes, type RepresentativeKind, representativeKinds } from './account.ts'
export { accountByNumber, type AccountContact, readAccountContact, readAccountContacts, setRepresentativeKind } from './account-contact.ts'
export { sweepAccounts } from './accounts-chores.ts'
export { type OpenChange, ownContact, type OwnContact } from './contact-change/own-changes.ts'
export { beginClosing, contactChangesEnd, lockOwnAccount, waitsInAccount } from './closing/begin-closing.ts'
export { accountsOfPerson, type DueClosing, dueClosings, emptyClosed, freeAddressOf, lockDueClosing } from './closing/carry-out.ts'
export { undoClosingHours } from './closing/closing.ts'
export { accountsOnHold, setLegalHold } from './closing/legal-hold.ts'
export { dateOfBirthHash, dateOfBirthHashes, keepDateOfBirth } from './date-of-birth.ts'
export { emailField, emailHash, isEmailAddress } from './email-address.ts'
export { heldOfAccount } from './held/held-of-account.ts'
export { isAnyAccountFinished } from './known-addresses.ts'
export { languagesToWriteIn, setLanguage } from './language.ts'
export { mailKinds } from './mails/mail-kinds.ts'
export {
  issueOnlineAccountNumber,
  type OnlineAccountNumberError,
  parseOnlineAccountNumber,
  showOnlineAccountNumber,
} from './online-account-number.ts'
export { type OwnAccount, ownAccount } from './own-account.ts'
export { claimOpenedAccount } from './one-person/claim-opened-account.ts'
export { mergedNumbers } from './one-person/merged-numbers.ts'
export { lockAccount } from './account-store.ts'
export { standingOf } from './one-person/standing.ts'
export { openAccountsForAgency } from './one-person/open-for-agency.ts'
export {
  type ComparedAccount,
  holdStanding,
  isUnclaimed,
  listByNumbers,
  listCompared,
  listStanding,
  type NumberedAccount,
} from './one-person/opened-store.ts'
export { MergedNumbers } from './one-person/pages/merged-numbers.tsx'
export { FormPage } from './pages/form-page.tsx'
export { confirmPasswordField, newPasswordField, type PasswordModel, rulesOf } from './pages/new-password-fields.ts'
export { accountsRoutes } from './pages/routes.ts'
export { type RequestOfAccount, supportRequestsOf } from './support/of-account.ts'
export { passwordFaults, type PasswordRules } from './password-rules.ts'
export { type OwnPasskey, ownPasskeys } from './passkeys/own-passkeys.ts'
export type { Doer } from './procedure.ts'
export { hasSecondWay } from './second-factor/own-factors.ts'
export { SecondWayPrompt } from './second-factor/pages/factors-panel.tsx'
export { applicant, applicantOrRepresentative, needsRecentProof, representative, representativeWithProof, signedIn, signedOut, signUpStep } from './sessions/access.ts'
export { recoveryJobs } from './recovery/jobs.ts'
export { ownRecovery, type RunningRecovery } from './recovery/request/end-recovery.ts'
export { RecoveryNotice } from './recovery/request/pages/recovery-notice.tsx'
export {
  type AccountForSupport,
  answerRequest,
  closeRequest,
  lockForWork,
  noteOpening,
  noteStep,
  openSupportRequests,
  type RequestForOffice,
  supportRequestForOffice,
} from './support/for-office.ts'
export {
  confirmIdentityCheck,
  type IdentityDocument,
  identityDocuments,
  recordIdentityCheck,
  stopRecovery,
} from './support/identity-check.ts'
export { askSupport } from './support/ask-support.ts'
export { answersTo, parseTrackingNumber, showTrackingNumber, type SupportAnswer, supportAnswers } from './support/support-request.ts'
export { ownPath, withNext } from './sessions/own-path.ts'
export { keepUserName } from './remembered-user-name.ts'
export { hasRecentProof } from './sessions/recent-proof.ts'
export { readSessionProof, type SessionProof } from './sessions/session-proof.ts'
export { parkedForms } from './sessions/parked-form.ts'
export { type Holder, portalVisits } from './sessions/visit.ts'
export { textMessageKinds } from './text-messages/text-message-kinds.ts'
export { termsHash, termsWords } from './terms/terms-text.ts'
export { signUpStepNames } from './sign-up/steps.ts'
export { accountOfNumber } from './account-of-number.ts'
export { stepCounts } from './sign-up/step-counts.ts'
export { endProtectionsChore } from './protection/keep-safe.ts'
export { type Mark, protectionOf, protectPerson } from './protection/protect-person.ts'
export { isSafeToSend } from './protection/where-it-is-safe.ts'
export { signUpMoves } from './sign-up/sign-up-moves.ts'
export { nextStep, type SignUpStep, stepPath } from './sign-up/steps.ts'
export { tellAccount } from './tell-every-address.ts'
export { codePhoneOf } from './second-factor/prove-phone.ts'
export { endSessionsByOperator } from './visits/end-sessions-by-operator.ts'
