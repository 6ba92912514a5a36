/** Why a form that is sent twice has one effect. */
export interface Rule {
  readonly why: string
  /** Each press may add rows of its own: in these tables, and in no other. */
  readonly each?: readonly string[]
  /** The listener, the method where it is not POST, and the address. */
  readonly forms: readonly string[]
}

/** Every form and address that changes anything, under the one rule by which pressing it twice does it once. */
export const rules: Readonly<Record<string, Rule>> = {
  key: {
    why: 'the page gives the form a key; under one key it is done once',
    forms: [
      'portal /clients/add', 'portal /clients/:client/forms', 'portal /clients/:client/appearance', 'portal /clients/:client/notes',
      'office /cases/:receiptNumber/messages', 'portal /cases/:receiptNumber/evidence', 'portal /cases/:receiptNumber/inquiry', 'portal /cases/:receiptNumber/withdraw', 'office /cases/:receiptNumber/identity',
      'portal /cases/:receiptNumber/requests/:request/review', 'office /cases/:receiptNumber/evidence-request/preview', 'office /outages',
      'portal /file/:form', 'portal /drafts/import', 'portal /drafts/:draft/:page/:entry', 'portal /contact-support', 'portal /representatives/report', 'portal /cases/:receiptNumber/messages', 'portal /cases/:receiptNumber/messages/:thread', 'office /cases/:receiptNumber/messages/:thread', 'office /cases/:receiptNumber/notices/:notice',
      'portal /cases/:receiptNumber/appointments/:appointment/change', 'office /cases/:receiptNumber/appointments', 'office /cases/:receiptNumber/appointments/:appointment',
      'office /queues/:queue/next', 'office /queues/:queue/views', 'office /bulk', 'office /cases/:receiptNumber/notes', 'office /cases/:receiptNumber/refund', 'office /intake/file',
      'office /intake/cases/:receiptNumber/later/address', 'office /intake/cases/:receiptNumber/later/returned-mail', 'office /intake/cases/:receiptNumber/later/:kind',
      'office /intake/new', 'office /intake/rejected/new',
      'office /cases/:receiptNumber/approve', 'office /cases/:receiptNumber/deny', 'office /cases/:receiptNumber/reopen', 'office /cases/:receiptNumber/checks', 'office /cases/:receiptNumber/interview-notes', 'office /cases/:receiptNumber/conflict', 'office /cases/:receiptNumber/refuse-motion', 'office /cases/:receiptNumber/transfer', 'office /cases/:receiptNumber/hold', 'office /cases/:receiptNumber/motion', 'office /cases/:receiptNumber/withdraw-on-paper', 'office /cases/:receiptNumber/card',
    ],
  },
  set: {
    why: 'it sets what is there to what was sent: sent again, it is the same',
    forms: [
      'portal /cases/:receiptNumber/requests/:request/asks/:ask', 'portal /cases/:receiptNumber/requests/:request/asks/:ask/typed', 'office /cases/:receiptNumber/evidence-request',
      'portal /sign-up/terms', 'portal /sign-up/password', 'portal /sign-up/reset-questions', 'portal /services', 'portal /sign-up/account-type',
      'portal /sign-up/representative', 'portal /account/security/questions', 'portal /account/security/session-length',
      'portal /account/security/codes', 'portal /account/security/apps/:app', 'portal /account/security/passkeys/:passkey', 'portal /account/profile/names',
      'portal /account/practice/details', 'portal /account/practice/licences/:licence', 'portal /clients/:client/change', 'portal /clients/:client/notes/:note', 'portal /account/profile/date-of-birth', 'portal /account/profile/a-number', 'portal /account/contact/phones', 'portal /account/contact/preferences',
      'portal /cases/:receiptNumber/appointments/:appointment', 'office /appointments/times', 'office /appointments/times/open-again',
      'portal /account/notifications', 'portal /account/safety', 'office /cases/:receiptNumber/protection/safe-place', 'portal /account/contact/address/:use', 'portal /drafts/:draft/:page', 'portal /drafts/:draft/:page/typed',
      'portal /drafts/:draft/:page/:entry/typed', 'portal /drafts/:draft/evidence/:file/describe', 'portal /drafts/:draft/evidence/:file/certification', 'portal /drafts/:draft/extend', 'portal /session/extend', 'office /session/extend', 'office /intake/entered/:entry/correct', 'office /intake/rejected/:rejection/correct', 'office /views/:view', 'office /work/assign',
    ],
  },
  told: {
    why: 'it sets what was sent, and whatever came through tells every address, as it must of a stranger',
    each: ['mail.queued'],
    forms: ['portal /account/security/password'],
  },
  spent: {
    why: 'it spends a code, a link, a proof or a ticket, or does a step that is then done: what comes second finds it done',
    forms: [
      'portal /sign-up/confirm/:token', 'portal /sign-up/verification-code', 'portal /sign-up/backup-code', 'portal /sign-in/verification-code', 'portal /sign-in/backup-code',
      'portal /sign-in/again', 'portal /sign-in/passkey', 'portal /sign-in/again/passkey', 'portal /forgot-password/:token', 'portal /reset-password/verification-code',
      'portal /reset-password/passkey', 'portal /reset-password/backup-code', 'portal /reset-password/questions', 'portal /reset-password/new-password', 'portal /reset-password/done',
      'portal /recovery/continue', 'portal /recovery/cancel/:token', 'portal /not-me/:token', 'portal /account/security/backup-code', 'portal /account/security/add-app/code',
      'portal /account/security/phone/code', 'portal /account/contact/confirm/:token', 'portal /account/contact/undo/:token', 'portal /account/merge/verification-code',
      'portal /account/merge/confirm', 'portal /account/security/passkeys', 'portal /account-closed/undo/:token', 'office /enrol/:token', 'office /enrol/:token/code', 'office /sign-in/verification-code',
    ],
  },
  state: {
    why: 'it moves one thing from where it stands, under its lock or by an index: once it is there, nothing moves, and the same answer leads on',
    forms: [
      'portal /cases/:receiptNumber/identity/:check', 'portal /cases/:receiptNumber/identity/:check/files', 'office /cases/:receiptNumber/identity/:check', 'portal /cases/:receiptNumber/evidence/files', 'portal /cases/:receiptNumber/messages/files', 'portal /cases/:receiptNumber/messages/:thread/files',
      'office /cases/:receiptNumber/sent-evidence/:evidence/seen', 'office /cases/:receiptNumber/inquiries/:inquiry',
      'office /cases/:receiptNumber/evidence-requests/:request', 'office /cases/:receiptNumber/evidence-requests/:request/seen', 'office /outages/:outage/end', 'office /outages/:outage/withdraw',
      'portal /sign-up/verification-method', 'portal /sign-out', 'portal /account/security/recovery/cancel', 'portal /account/security/sign-out', 'portal /account/security/sign-out/others',
      'portal /account/security/sign-out/everywhere', 'portal /account/security/apps/:app/remove', 'portal /account/security/phone/remove', 'portal /account/contact/recovery-email/remove',
      'portal /account/security/passkeys/:passkey/remove', 'portal /drafts/:draft/delete', 'portal /drafts/:draft/restore', 'portal /drafts/:draft/edition',
      'portal /drafts/:draft/:page/:entry/remove', 'portal /drafts/:draft/:page/:entry/restore', 'portal /drafts/:draft/evidence/:file/restore', 'portal /drafts/:draft/evidence/:file/remove',
      'portal /drafts/:draft/evidence/uploads/:upload/cancel', 'portal DELETE /drafts/:draft/evidence/uploads/:upload', 'portal /drafts/:draft/sign', 'portal /drafts/:draft/sign/:helper',
      'portal /preparations/:preparation/submit', 'portal /preparations/:preparation/take-up', 'portal /preparations/:preparation/take-up/decline', 'portal /prepared/:preparation/:which/decline', 'portal /prepared/:preparation/appearance', 'portal /prepared/:preparation/changes', 'portal /prepared/:preparation/end', 'portal /prepared/:preparation/form/sign',
      'portal /drafts/:draft/pay', 'portal /drafts/:draft/fee-waiver', 'portal /submissions/:submission/file-again', 'portal /account/data', 'portal /account/data/close',
      'portal /cases/add', 'portal /claim/account', 'portal /sign-up/access-code', 'portal /claim/new-code', 'portal /account/safety/end', 'portal /account/safety/keep', 'portal /cases/unfollow', 'portal /cases/:receiptNumber/stop-followers', 'portal /cases/:receiptNumber/mail-reaches', 'portal /account/notifications/mail-reaches-me',
      'office /appointments/:receiptNumber/:appointment/here', 'office /appointments/times/close', 'office /cases/:receiptNumber/appointments/:appointment/cancel', 'office /cases/:receiptNumber/appointments/:appointment/outcome',
      'office /sign-out', 'office /cases/:receiptNumber', 'office /cases/:receiptNumber/confirm-person', 'office /cases/:receiptNumber/papers/:paper', 'office /cases/:receiptNumber/papers/:paper/seen', 'office /cases/:receiptNumber/mail-reaches', 'office /cases/:receiptNumber/fee-waiver',
      'office /cases/:receiptNumber/decisions/:decision/agree', 'office /cases/:receiptNumber/decisions/:decision/return', 'office /cases/:receiptNumber/decisions/:decision/take-back', 'office /conflicts/:conflict/lift', 'office /cases/:receiptNumber/release',
      'office /cases/:receiptNumber/refund/:refund/agree', 'office /cases/:receiptNumber/refund/:refund/decline', 'office /cases/:receiptNumber/refund/:refund/take-back',
      'office /intake/files/:intake/stop', 'office /cases/:receiptNumber/protection', 'office /cases/:receiptNumber/protection/lift', 'office /cases/:receiptNumber/protection/lift/:lift/agree',
      'office /cases/:receiptNumber/protection/lift/:lift/decline', 'office /cases/:receiptNumber/protection/letters/:letter/send', 'office /cases/:receiptNumber/protection/letters/:letter/drop',
      'office /support/:trackingNumber/protect', 'office /printing', 'office /printing/batches/:batch', 'office /printing/letters/:letter/printed',
      'portal /preparations/:preparation/sign', 'portal /preparations/:preparation/take-back', 'portal /clients/:client/archive', 'portal /clients/:client/restore', 'portal /clients/:client/notes/:note/remove', 'portal /clients/:client/notes/:note/restore', 'portal /account/practice/licences', 'portal /account/practice/certify', 'portal /account/practice/licences/:licence/remove', 'portal /account/practice/licences/:licence/restore',
      'office /shared-contacts/:contact/seen', 'office /representatives/:licence', 'office /representatives/:licence/not-accepted',
      'portal /cases/:receiptNumber/representatives/:representative/end', 'portal /cases/:receiptNumber/leave',
      'office /access-codes/:receiptNumber', 'office /access-codes/:receiptNumber/withdraw/:addressee', 'office /access-codes/:receiptNumber/representatives/:representative/end',
      'office /intake/duplicates/:receiptNumber', 'office /intake/duplicates/:receiptNumber/take', 'office /intake/duplicates/:receiptNumber/put-back',
      'office /intake/entered/:entry', 'office /intake/entered/:entry/drop', 'office /intake/rejected/:rejection', 'office /intake/rejected/:rejection/drop',
      'office /cases/:receiptNumber/put-back', 'office /cases/:receiptNumber/notes/:note/strike', 'office /cases/:receiptNumber/notes/:note/pin', 'office /bulk/:bulk', 'office /bulk/:bulk/stop', 'office /views/:view/remove', 'office /views/:view/restore', 'office /cases/:receiptNumber/messages/:thread/no-answer', 'office /cases/:receiptNumber/messages/:thread/files/:attached/remove', 'office /support/:trackingNumber/identity', 'office /support/:trackingNumber/identity/confirm',
      'office /support/:trackingNumber/cancel-recovery', 'office /support/:trackingNumber/close', 'office /support/:trackingNumber/answer',
    ],
  },
  place: {
    why: 'it says from where it starts (the place in a list, the bytes that are there) or what it brings, which is there already',
    forms: ['portal /drafts/:draft/evidence/:file/move', 'portal PATCH /drafts/:draft/evidence/uploads/:upload', 'portal /drafts/:draft/evidence', 'portal /drafts/:draft/evidence/:file/translation', 'portal /drafts/:draft/evidence/reuse', 'office /intake/cases/:receiptNumber/scan', 'office /cases/:receiptNumber/messages/:thread/files', 'office /intake/cases/:receiptNumber/papers/:paper', 'office /intake/entered/:entry/scan', 'portal /payment-events', 'portal /text-message-events', 'portal /mail-events'],
  },
  newest: {
    why: 'each press begins something that is nothing until it is proved, the newest counts alone, and a limit counts the presses',
    each: ['mail.queued', 'sms.queued', 'accounts.sign_up_link', 'accounts.contact_change', 'accounts.contact_point', 'accounts.code_challenge', 'accounts.authenticator_app', 'accounts.backup_code', 'accounts.session', 'officer.staff_session', 'accounts.merge_attempt', 'accounts.password_reset', 'accounts.recovery_request', 'accounts.support_step', 'correspondence.identity_attempt', 'preparation.passcode'],
    forms: [
      'portal /sign-up', 'portal /sign-up/check-your-email/again', 'portal /sign-up/verification-code/again', 'portal /sign-up/verification-code/another-way', 'portal /sign-in',
      'portal /sign-in/verification-code/again', 'portal /sign-in/verification-code/another-way', 'portal /sign-in/again/code', 'portal /sign-in/again/another-way', 'portal /forgot-username',
      'portal /forgot-password', 'portal /reset-password/verification-code/again', 'portal /reset-password/verification-code/another-way', 'portal /account/security/backup-code/new',
      'portal /recovery', 'portal /account/security/add-app', 'portal /account/security/phone', 'portal /account/security/phone/code/again', 'portal /account/contact/email',
      'portal /account/contact/recovery-email', 'portal /account/merge', 'portal /account/merge/verification-code/again', 'portal /account/merge/verification-code/other-way',
      'portal /drafts/:draft/evidence/uploads', 'office /sign-in', 'office /support/:trackingNumber/send-again',
      'portal /cases/:receiptNumber/identity/:check/online', 'portal /preparations/:preparation/passcode',
    ],
  },
  look: {
    why: 'it looks or gives out, and each look is recorded',
    each: ['officer.file_opening', 'officer.person_opening', 'accounts.support_step', 'officer.search'],
    forms: ['portal /drafts/:draft/export', 'office /cases/:receiptNumber/open', 'office /access-codes/:receiptNumber/open', 'office /cases', 'office /people', 'office /people/:account', 'office /support/:trackingNumber/open'],
  },
  nothing: {
    why: 'nothing is kept of it here',
    forms: [
      'portal /demo/identity-provider', 'portal /clients', 'portal /representatives', 'portal /cases/:receiptNumber/messages/search', 'office /cases/:receiptNumber/messages/search',
      'portal /account/profile', 'portal /storage-preferences', 'portal /storage-preferences/region', 'portal /reset-password/passkey/challenge', 'portal /sign-in/passkey/challenge',
      'portal /sign-in/again/passkey/challenge', 'portal /account/security/passkeys/challenge', 'office /access-codes', 'office /support', 'portal /claim', 'portal /representative-passcode', 'office /intake/later', 'office /audit',
    ],
  },
}

/** The rule of a form; undefined where it has none. */
export const ruleOf = (form: string): Rule | undefined => Object.values(rules).find(({ forms }) => forms.includes(form))
