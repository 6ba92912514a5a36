type ParamNames<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

type Params<P extends string> = { [K in ParamNames<P>]: string }
type PathArgs<P extends string> = ParamNames<P> extends never ? [] : [params: Params<P>]

/** An address: called it gives the path, `pattern` is what the router and the logs see. */
export interface PathBuilder<P extends string = string> {
  (...args: PathArgs<P>): string
  readonly pattern: P
}

/** What a path's builder takes, for the pages that read the same names back out of a request. */
export type ParamsOf<B> = B extends PathBuilder<infer P> ? Params<P> : never

function path<const P extends string>(pattern: P): PathBuilder<P> {
  const build = (params: Record<string, string> = {}) =>
    pattern.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return Object.assign(build as (...args: PathArgs<P>) => string, { pattern })
}

/** The public portal's addresses. They are a contract with people, scripts and mails: a better name keeps the old one working. */
export const paths = {
  front: path('/'),

  signUp: path('/sign-up'),
  checkYourEmail: path('/sign-up/check-your-email'),
  resendConfirmation: path('/sign-up/check-your-email/again'),
  confirmEmail: path('/sign-up/confirm/:token'),
  terms: path('/terms'),
  agreeToTerms: path('/sign-up/terms'),
  choosePassword: path('/sign-up/password'),
  verificationMethod: path('/sign-up/verification-method'),
  verificationCode: path('/sign-up/verification-code'),
  resendVerificationCode: path('/sign-up/verification-code/again'),
  changeVerificationMethod: path('/sign-up/verification-code/another-way'),
  backupCode: path('/sign-up/backup-code'),
  backupCodeText: path('/sign-up/backup-code.txt'),
  resetQuestions: path('/sign-up/reset-questions'),
  services: path('/services'),
  accountType: path('/sign-up/account-type'),
  signUpRepresentative: path('/sign-up/representative'),

  signIn: path('/sign-in'),
  signInCode: path('/sign-in/verification-code'),
  resendSignInCode: path('/sign-in/verification-code/again'),
  signInCodeWay: path('/sign-in/verification-code/another-way'),
  signInBackupCode: path('/sign-in/backup-code'),
  signInPasskey: path('/sign-in/passkey'),
  askSignInPasskey: path('/sign-in/passkey/challenge'),
  signInAgain: path('/sign-in/again'),
  stepUpPasskey: path('/sign-in/again/passkey'),
  askStepUpPasskey: path('/sign-in/again/passkey/challenge'),
  resendStepUpCode: path('/sign-in/again/code'),
  stepUpCodeWay: path('/sign-in/again/another-way'),
  signOut: path('/sign-out'),
  extendSession: path('/session/extend'),
  forgotUsername: path('/forgot-username'),
  forgotPassword: path('/forgot-password'),
  resetLink: path('/forgot-password/:token'),
  resetCode: path('/reset-password/verification-code'),
  resendResetCode: path('/reset-password/verification-code/again'),
  resetCodeWay: path('/reset-password/verification-code/another-way'),
  resetPasskey: path('/reset-password/passkey'),
  askResetPasskey: path('/reset-password/passkey/challenge'),
  resetBackupCode: path('/reset-password/backup-code'),
  resetAnswers: path('/reset-password/questions'),
  resetPassword: path('/reset-password/new-password'),
  resetDone: path('/reset-password/done'),
  resetDoneCodeText: path('/reset-password/done/backup-code.txt'),
  recovery: path('/recovery'),
  continueRecovery: path('/recovery/continue'),
  cancelRecovery: path('/recovery/cancel/:token'),
  contactSupport: path('/contact-support'),
  notMe: path('/not-me/:token'),
  notMeDone: path('/not-me'),
  followSupport: path('/contact-support/:token'),

  account: path('/account'),
  accountData: path('/account/data'),
  archive: path('/account/data/archives/:archive'),
  closeAccount: path('/account/data/close'),
  accountClosed: path('/account-closed'),
  undoClosing: path('/account-closed/undo/:token'),
  profile: path('/account/profile'),
  names: path('/account/profile/names'),
  dateOfBirth: path('/account/profile/date-of-birth'),
  aNumber: path('/account/profile/a-number'),
  notifications: path('/account/notifications'),
  contact: path('/account/contact'),
  phones: path('/account/contact/phones'),
  changeAddress: path('/account/contact/address/:use'),
  addressChanged: path('/account/contact/address-changes/:change'),
  preferences: path('/account/contact/preferences'),
  changeEmail: path('/account/contact/email'),
  recoveryEmail: path('/account/contact/recovery-email'),
  removeRecoveryEmail: path('/account/contact/recovery-email/remove'),
  proveContact: path('/account/contact/confirm/:token'),
  undoContactChange: path('/account/contact/undo/:token'),
  security: path('/account/security'),
  signInHistory: path('/account/security/history'),
  fileOpenings: path('/account/security/openings'),
  endVisit: path('/account/security/sign-out'),
  endOtherVisits: path('/account/security/sign-out/others'),
  endAllVisits: path('/account/security/sign-out/everywhere'),
  sessionLength: path('/account/security/session-length'),
  newBackupCode: path('/account/security/backup-code'),
  addApp: path('/account/security/add-app'),
  proveApp: path('/account/security/add-app/code'),
  app: path('/account/security/apps/:app'),
  removeApp: path('/account/security/apps/:app/remove'),
  codePhone: path('/account/security/phone'),
  proveCodePhone: path('/account/security/phone/code'),
  resendPhoneCode: path('/account/security/phone/code/again'),
  removeCodePhone: path('/account/security/phone/remove'),
  codeChannel: path('/account/security/codes'),
  newBackupCodeText: path('/account/security/backup-code.txt'),
  makeBackupCode: path('/account/security/backup-code/new'),
  changeQuestions: path('/account/security/questions'),
  changePassword: path('/account/security/password'),
  ownTerms: path('/account/terms'),
  ownTermsVersion: path('/account/terms/:version'),
  mergeAccount: path('/account/merge'),
  mergeCode: path('/account/merge/verification-code'),
  resendMergeCode: path('/account/merge/verification-code/again'),
  mergeCodeWay: path('/account/merge/verification-code/other-way'),
  mergeConfirm: path('/account/merge/confirm'),
  passkeys: path('/account/security/passkeys'),
  askNewPasskey: path('/account/security/passkeys/challenge'),
  passkey: path('/account/security/passkeys/:passkey'),
  removePasskey: path('/account/security/passkeys/:passkey/remove'),
  cancelOwnRecovery: path('/account/security/recovery/cancel'),

  addCase: path('/cases/add'),
  case: path('/cases/:receiptNumber'),
  caseDocument: path('/cases/:receiptNumber/documents/:document'),

  catalogue: path('/file'),
  form: path('/file/:form'),
  draft: path('/drafts/:draft'),
  deleteDraft: path('/drafts/:draft/delete'),
  extendDraft: path('/drafts/:draft/extend'),
  draftPage: path('/drafts/:draft/:page'),
  draftEvidence: path('/drafts/:draft/evidence'),
  draftEvidenceFile: path('/drafts/:draft/evidence/:file'),
  draftEvidencePreview: path('/drafts/:draft/evidence/:file/preview'),
  removeDraftEvidence: path('/drafts/:draft/evidence/:file/remove'),
  draftReview: path('/drafts/:draft/review'),
  draftSign: path('/drafts/:draft/sign'),
  draftPay: path('/drafts/:draft/pay'),
  submission: path('/submissions/:submission'),
  leaveToPay: path('/submissions/:submission/pay'),
  paymentEvents: path('/payment-events'),

  textMessageEvents: path('/text-message-events'),

  caseStatus: path('/case-status'),
  caseStatusJson: path('/case-status.json'),
  fees: path('/fees'),
  processingTimes: path('/processing-times'),
  help: path('/help'),
  helpAccountNumber: path('/help/online-account-number'),
  storagePreferences: path('/storage-preferences'),
  region: path('/storage-preferences/region'),
  leaving: path('/leaving'),
  privacy: path('/privacy'),
  accessibility: path('/accessibility'),

  demoOutbox: path('/demo/outbox'),
  demoOutboxJson: path('/demo/outbox.json'),
} as const

/** The agency office's addresses, on its own listener. */
export const officePaths = {
  support: path('/support'),
  supportRequest: path('/support/:trackingNumber'),
  openSupportRequest: path('/support/:trackingNumber/open'),
  answerSupport: path('/support/:trackingNumber/answer'),
  sendSupportAgain: path('/support/:trackingNumber/send-again'),
  stopRecovery: path('/support/:trackingNumber/cancel-recovery'),
  recordIdentity: path('/support/:trackingNumber/identity'),
  confirmIdentity: path('/support/:trackingNumber/identity/confirm'),
  closeSupport: path('/support/:trackingNumber/close'),

  front: path('/'),
  enrol: path('/enrol/:token'),
  enrolCode: path('/enrol/:token/code'),
  signIn: path('/sign-in'),
  signInCode: path('/sign-in/verification-code'),
  signOut: path('/sign-out'),
  extendSession: path('/session/extend'),
  queues: path('/queues'),
  queue: path('/queues/:queue'),
  takeNext: path('/queues/:queue/next'),
  cases: path('/cases'),
  case: path('/cases/:receiptNumber'),
  openCase: path('/cases/:receiptNumber/open'),
  putBack: path('/cases/:receiptNumber/put-back'),
  confirmPerson: path('/cases/:receiptNumber/confirm-person'),
  caseDocument: path('/cases/:receiptNumber/documents/:document'),
} as const
