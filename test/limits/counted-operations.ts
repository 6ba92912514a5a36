import { sayNotMe } from '../../src/accounts/browsers/not-me.ts'
import { tellClosed } from '../../src/accounts/closing/tell-closed.ts'
import { undoClosing } from '../../src/accounts/closing/undo-closing.ts'
import { askRecoveryEmail, askUserNameChange } from '../../src/accounts/contact-change/ask-change.ts'
import { proveChange } from '../../src/accounts/contact-change/prove-change.ts'
import { undoChange } from '../../src/accounts/contact-change/undo-change.ts'
import { takeRegistration } from '../../src/accounts/passkeys/add-passkey.ts'
import { removePasskey } from '../../src/accounts/passkeys/remove-passkey.ts'
import { renamePasskey } from '../../src/accounts/passkeys/rename-passkey.ts'
import { tellOfCopiedPasskey } from '../../src/accounts/passkeys/tell-of-copied-passkey.ts'
import { tryPasskey } from '../../src/accounts/passkeys/try-passkey.ts'
import { askForReset } from '../../src/accounts/recovery/ask-for-reset.ts'
import { openReset } from '../../src/accounts/recovery/open-reset.ts'
import { askForRecovery } from '../../src/accounts/recovery/request/ask-for-recovery.ts'
import { cancelByLink } from '../../src/accounts/recovery/request/end-recovery.ts'
import { tryRecoveryCode } from '../../src/accounts/recovery/request/show-backup-code.ts'
import { beginApp, proveNewApp } from '../../src/accounts/second-factor/add-app.ts'
import { nameApp, takeAppAway } from '../../src/accounts/second-factor/change-app.ts'
import { chooseCodeChannel } from '../../src/accounts/second-factor/choose-code-channel.ts'
import { keepPhone, removePhone } from '../../src/accounts/second-factor/prove-phone.ts'
import { remindByEmail, remindByNumber } from '../../src/accounts/sign-in/forgot-username.ts'
import { tryPassword } from '../../src/accounts/sign-in/try-password.ts'
import { confirmEmail } from '../../src/accounts/sign-up/confirm-email.ts'
import { startSignUp } from '../../src/accounts/sign-up/start-sign-up.ts'
import { askSupport } from '../../src/accounts/support/ask-support.ts'
import { followCase } from '../../src/cases/following/follow-case.ts'
import { askNewCode } from '../../src/cases/paper-link/ask-new-code.ts'
import { tryPasscode } from '../../src/preparation/taking-up/open-by-passcode.ts'
import { takeUp, turnDown } from '../../src/preparation/taking-up/take-up.ts'
import { claimCase, tryClaim } from '../../src/cases/paper-link/claim-case.ts'
import { sendEvidence } from '../../src/correspondence/additional/send-additional.ts'
import { askInquiry } from '../../src/correspondence/inquiries/ask-inquiry.ts'
import { beginOnline } from '../../src/correspondence/identity/prove-online.ts'
import { beginThread, writeOn } from '../../src/correspondence/messages/write-message.ts'
import { verifyDocument } from '../../src/correspondence/notices/verify-document.ts'
import { keepTypedAnswer } from '../../src/correspondence/evidence-requests/keep-typed-answer.ts'
import { saveAnswer } from '../../src/correspondence/evidence-requests/save-answer.ts'
import { beginUpload } from '../../src/evidence/begin-upload.ts'
import { keepWhileTyping } from '../../src/filing/draft/keep-while-typing.ts'
import { takeDraftOut } from '../../src/filing/draft-file/export-draft.ts'
import { startFromFile, tryDraftFile } from '../../src/filing/draft-file/start-from-file.ts'
import { startDraft } from '../../src/filing/draft/start-draft.ts'
import { requestWaiver } from '../../src/filing/waiver/request-waiver.ts'
import { proveApp } from '../../src/officer/enrolment/prove-app.ts'
import { keepFirstPassword } from '../../src/officer/enrolment/set-password.ts'
import { tryPassword as tryStaffPassword } from '../../src/officer/sign-in/give-password.ts'
import { keepEntry } from '../../src/officer/intake/by-hand/keep-entry.ts'
import { searchPeople } from '../../src/officer/search/search-people.ts'
import { sendSupportAgain } from '../../src/officer/support/work-on-request.ts'
import { askToCheck } from '../../src/representation/check/check-representative.ts'
import { newId } from '../../src/platform/ids.ts'
import type { Operation, Performer } from '../../src/platform/operation.ts'
import { askToEnd, keepSafe } from '../../src/accounts/protection/keep-safe.ts'
import { changeAddress } from '../../src/portal/change-address.ts'
import { setDateOfBirth } from '../../src/profile/person/set-date-of-birth.ts'
import { stateANumber } from '../../src/profile/person/state-a-number.ts'
import { paperRow } from '../cast/intake-rows.ts'
import type { Counted } from './holds.ts'

type Subject = 'network' | 'address' | 'address and network' | 'number' | 'account' | 'session' | 'passkey' | 'request' | 'staff member'

interface Given {
  /** Made anew for each press where the network is counted; else the same each time. */
  key: string
  account: string
}

/** An operation whose presses are counted for one subject, in numbers of its own: not read from the code. */
export interface CountedOperation extends Counted {
  /** Its name in the code. */
  limit: string
  title: string
  of: Subject
  by?: 'visitor' | 'account' | 'staff'
  /** Presses once; false where a limit stopped it. */
  press: (by: Performer, given: Given) => Promise<boolean>
}

const seconds = { minute: 60, hour: 3600, day: 86_400 }

type Rest = Pick<CountedOperation, 'by' | 'paceMinutes'>

/** One row: of `operation`'s presses, under the limit of this name, at most `most` within the window are looked at, counted for `of`. */
function counted<I, O, R extends string>(
  limit: string,
  operation: Operation<I, O, R>,
  of: Subject,
  [most, window]: [number, keyof typeof seconds],
  input: (given: Given) => I,
  rest: Rest = {},
): CountedOperation {
  const title = `${operation.name}, for ${of.startsWith('a') ? 'an' : 'a'} ${of}: ${most} in ${window === 'hour' ? 'an' : 'a'} ${window}`
  const press = async (by: Performer, given: Given) => {
    const result = await by.perform(operation, input(given))
    return result.ok || result.refusal !== 'too-many-attempts'
  }
  return { limit, title, of, most, withinSeconds: seconds[window], press, ...rest }
}

const byAccount: Rest = { by: 'account' }
const mail = ({ key }: Given) => ({ email: `${key}@example.test`, language: 'en' })
const email = ({ key }: Given) => ({ email: `${key}@example.test` })
const token = () => ({ token: 'A'.repeat(22) })
const day = Temporal.PlainDate.from('1990-01-01')
const support = { topic: 'something-else', message: 'Help', language: 'en' } as const
const noForm = { form: 'no-such-form', edition: '2025-01-20', savedAt: '2026-11-26T10:00:00Z', answers: {} }
const look = { look: { fits: false, app: null, wasUsed: false, send: 1, channel: 'sms' } } as const
const lostPhone = (given: Given) => ({ ...mail(given), lost: ['phone'] as const })

const lost = { familyName: 'Lopez', dateOfBirth: day, addressee: 'applicant' } as const
const notice = { receiptNumber: 'IOE9012345677', accessCode: '0000-0000-0000-0', dateOfBirth: day }

export const countedOperations: readonly CountedOperation[] = [
  counted('new-code-network', askNewCode, 'network', [10, 'hour'], ({ key }) => ({ ...lost, receiptNumber: key })),
  counted('access-code-network', tryClaim, 'network', [20, 'hour'], () => notice),
  counted('representative-passcode-account', tryPasscode, 'account', [10, 'day'], () => ({ passcode: 'none' }), byAccount),
  counted('representative-passcode-network', tryPasscode, 'network', [20, 'hour'], () => ({ passcode: 'none' })),
  counted('representative-passcode-account', takeUp, 'account', [10, 'day'], ({ account: preparation }) => ({ passcode: 'none', preparation }), byAccount),
  counted('representative-passcode-account', turnDown, 'account', [10, 'day'], ({ account: preparation }) => ({ passcode: 'none', preparation, reason: 'No' }), byAccount),
  counted('access-code-account', claimCase, 'account', [5, 'day'], () => notice, byAccount),
  counted('cases.follow', followCase, 'account', [60, 'day'], () => notice, byAccount),
  counted('additional-evidence.send', sendEvidence, 'account', [10, 'day'], ({ key }) => ({ receiptNumber: 'IOE9012345677', tray: key, about: 'A letter', press: key }), byAccount),
  counted('inquiries.ask', askInquiry, 'account', [10, 'day'], ({ key }) => ({ receiptNumber: 'IOE9012345677', reason: 'typo', text: 'Hello', press: key }), byAccount),
  counted('identity.online', beginOnline, 'account', [10, 'day'], ({ key }) => ({ receiptNumber: 'IOE9012345677', check: key, provider: 'Harbour ID' }), byAccount),
  counted('requests.keep-while-typing', keepTypedAnswer, 'account', [900, 'hour'], ({ key }) => ({ receiptNumber: 'IOE9012345677', request: key, ask: key, mark: '', own: undefined, typed: { text: 'Hello', lacks: false } }), byAccount),
  counted('requests.save', saveAnswer, 'account', [200, 'day'], ({ key }) => ({ receiptNumber: 'IOE9012345677', request: key, ask: key, text: 'Hello', lacks: false, version: 0 }), byAccount),
  counted('messages.write', beginThread, 'account', [30, 'day'], ({ key }) => ({ receiptNumber: 'IOE9012345677', topic: 'status', text: 'Hello', press: key }), byAccount),
  counted('messages.write', writeOn, 'account', [30, 'day'], ({ key }) => ({ receiptNumber: 'IOE9012345677', thread: key, text: 'Hello', press: key }), byAccount),
  counted('representation.check', askToCheck, 'network', [20, 'hour'], ({ key }) => ({ family: key, authority: 'NY', number: '471-1', accountNumber: null })),
  counted('notices.verify', verifyDocument, 'network', [30, 'minute'], () => ({ typed: '0000-0000-0000-0000-0' })),
  counted('accounts.sign-up.network', startSignUp, 'network', [60, 'minute'], mail),
  counted('accounts.sign-up.address', startSignUp, 'address', [10, 'hour'], mail),
  counted('accounts.confirm-email.network', confirmEmail, 'network', [60, 'minute'], token),
  counted('accounts.sign-in.network', tryPassword, 'network', [20, 'minute'], email),
  counted('accounts.sign-in.network', tryPasskey, 'network', [20, 'minute'], ({ key }) => ({ purpose: 'sign-in' as const, ticket: key, boundTo: key, answer: null })),
  counted('accounts.forgot-username.network', remindByEmail, 'network', [60, 'minute'], mail),
  counted('accounts.forgot-username.address', remindByEmail, 'address', [5, 'hour'], mail),
  counted('accounts.forgot-username.network', remindByNumber, 'network', [60, 'minute'], ({ key }) => ({ number: key, dateOfBirth: day })),
  counted('accounts.forgot-username.number', remindByNumber, 'number', [5, 'hour'], ({ key }) => ({ number: key, dateOfBirth: day })),
  counted('accounts.forgot-password.network', askForReset, 'network', [60, 'minute'], mail),
  counted('accounts.forgot-password.address.hour', askForReset, 'address', [5, 'hour'], mail),
  counted('accounts.forgot-password.address.day', askForReset, 'address', [10, 'day'], mail, { paceMinutes: 30 }),
  counted('accounts.open-reset.network', openReset, 'network', [60, 'minute'], token),
  counted('accounts.recovery.network', askForRecovery, 'network', [20, 'minute'], lostPhone),
  counted('accounts.recovery.address', askForRecovery, 'address', [3, 'day'], lostPhone),
  counted('accounts.recovery-code.network', tryRecoveryCode, 'network', [20, 'minute'], email),
  counted('accounts.recovery-code.address', tryRecoveryCode, 'address and network', [5, 'hour'], email),
  counted('accounts.cancel-recovery.network', cancelByLink, 'network', [60, 'minute'], token),
  counted('accounts.support.network', askSupport, 'network', [10, 'hour'], (given) => ({ ...support, ...email(given), number: null })),
  counted('accounts.support.address', askSupport, 'address', [3, 'day'], (given) => ({ ...support, ...email(given), number: null })),
  counted('accounts.support.number', askSupport, 'number', [3, 'day'], ({ key }) => ({ ...support, email: null, number: key })),
  counted('accounts.not-me.network', sayNotMe, 'network', [60, 'minute'], token),
  counted('accounts.undo-contact-change.network', undoChange, 'network', [60, 'minute'], token),
  counted('accounts.undo-closing.network', undoClosing, 'network', [60, 'minute'], token),
  counted('accounts.tell-closed', tellClosed, 'account', [3, 'day'], ({ account }) => ({ account })),
  counted('accounts.copied-passkey', tellOfCopiedPasskey, 'passkey', [1, 'day'], ({ account: passkey }) => ({ passkey })),
  counted('….account', askUserNameChange, 'account', [10, 'day'], () => ({ email: `${newId()}@example.test` }), byAccount),
  counted('….account', askRecoveryEmail, 'account', [10, 'day'], () => ({ email: `${newId()}@example.test` }), byAccount),
  counted('….address', askUserNameChange, 'address', [5, 'hour'], email, byAccount),
  counted('….address', askRecoveryEmail, 'address', [5, 'hour'], email, byAccount),
  counted('accounts.prove-contact-change', proveChange, 'account', [60, 'hour'], token, byAccount),
  counted('accounts.factor-changes', beginApp, 'account', [30, 'day'], () => ({ name: 'An app' }), byAccount),
  counted('accounts.prove-app', proveNewApp, 'account', [20, 'hour'], () => ({ code: '000000' }), byAccount),
  counted('accounts.factor-changes', nameApp, 'account', [30, 'day'], ({ account: app }) => ({ app, name: 'An app' }), byAccount),
  counted('accounts.factor-changes', takeAppAway, 'account', [30, 'day'], ({ account: app }) => ({ app }), byAccount),
  counted('accounts.factor-changes', chooseCodeChannel, 'account', [30, 'day'], () => ({ channel: 'email' as const }), byAccount),
  counted('accounts.factor-changes', keepPhone, 'account', [30, 'day'], () => look, byAccount),
  counted('accounts.factor-changes', removePhone, 'account', [30, 'day'], () => undefined, byAccount),
  counted('accounts.passkey-changes', takeRegistration, 'account', [30, 'day'], ({ key: ticket }) => ({ ticket }), byAccount),
  counted('accounts.passkey-changes', renamePasskey, 'account', [30, 'day'], ({ account: passkey }) => ({ passkey, name: 'A key' }), byAccount),
  counted('accounts.passkey-changes', removePasskey, 'account', [30, 'day'], ({ account: passkey }) => ({ passkey }), byAccount),
  counted('profile.state-a-number', stateANumber, 'account', [5, 'day'], () => ({ aNumber: 'A123456789' }), byAccount),
  counted('profile.set-date-of-birth', setDateOfBirth, 'account', [10, 'day'], () => ({ day }), byAccount),
  counted('accounts.keep-safe', keepSafe, 'account', [30, 'day'], () => ({ mailboxUnsafe: false, phoneUnsafe: false }), byAccount),
  counted('accounts.keep-safe', askToEnd, 'account', [30, 'day'], () => undefined, byAccount),
  counted('portal.change-address', changeAddress, 'account', [20, 'day'], () => ({ use: 'physical' as const, address: null }), byAccount),
  counted('filing.start-draft', startDraft, 'account', [50, 'day'], ({ key }) => ({ form: 'no-such-form', language: 'en', startKey: key }), byAccount),
  counted('filing.start-draft', startFromFile, 'account', [50, 'day'], ({ key }) => ({ content: noForm, language: 'en', startKey: key }), byAccount),
  counted('filing.request-fee-waiver', requestWaiver, 'account', [10, 'day'], ({ account: draft }) => ({ draft, language: 'en' }), byAccount),
  counted('filing.export-draft', takeDraftOut, 'account', [10, 'hour'], ({ account: draft }) => ({ draft }), byAccount),
  counted('filing.try-draft-file', tryDraftFile, 'account', [10, 'hour'], () => undefined, byAccount),
  counted('filing.keep-while-typing', keepWhileTyping, 'account', [900, 'hour'], ({ key }) => ({ draft: key, place: { key: 'any', questions: [] }, mark: '', values: {} }), byAccount),
  counted('evidence-uploads', beginUpload, 'account', [300, 'hour'], ({ account: draft }) => ({ draft, document: 'any', filesMost: 0 }), byAccount),
  counted('officer.sign-in.network', tryStaffPassword, 'network', [20, 'minute'], email, { by: 'staff' }),
  counted('officer.enrol.network', keepFirstPassword, 'network', [30, 'minute'], () => ({ ...token(), hash: '' }), { by: 'staff' }),
  counted('officer.prove-app.session', proveApp, 'session', [20, 'hour'], () => ({ ...token(), code: '000000' }), { by: 'staff' }),
  counted('typed-forms', keepEntry, 'staff member', [200, 'hour'], () => ({ entry: newId(), filing: paperRow() }), { by: 'staff' }),
  counted('officer.search-people', searchPeople, 'staff member', [60, 'hour'], ({ key }) => ({ kind: 'name' as const, term: `nobody ${key.replace(/[^a-z]/g, '')}` }), { by: 'staff' }),
  counted('officer.send-again', sendSupportAgain, 'request', [3, 'day'], ({ key: trackingNumber }) => ({ trackingNumber }), { by: 'staff' }),
]
