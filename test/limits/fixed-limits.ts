/** A number that guards an account and stands in one place of the code, and the test that turns red when it gives way. */
export interface FixedLimit {
  /** What it bounds, and how: as the page for operators says it. */
  what: string
  file: string
  /** Where it stands: found exactly once in the file, or as often as said. */
  is: string
  times?: number
  /** The same with the next number that lets more through: one more, an hour longer, a second sooner. */
  weaker: string
  test: string
  title: string
}

type Row = [what: string, file: string, is: string, weaker: string, test: string, title: string, times?: number]

const accounts: Row[] = [
  ['a password has 8 characters at least', 'password-rules.ts', 'lengthMin: 8', 'lengthMin: 7', 'password-rules.test.ts', 'lengths count code points after NFC: 8 to 128'],
  ['a password has 128 characters at most', 'password-rules.ts', 'lengthMax: 128', 'lengthMax: 129', 'password-rules.test.ts', 'lengths count code points after NFC: 8 to 128'],
  ['an address has 254 characters at most', 'email-address.ts', 'addressMost = 254', 'addressMost = 255', 'email-address.test.ts', 'an address has 254 characters at most'],
  ['a sent code lives 10 minutes', 'one-time-password/challenge.ts', 'codeMinutes = 10', 'codeMinutes = 11', 'sign-in/sign-in.test.ts', 'a code lives ten minutes'],
  ['5 codes are looked at in one sign-in', 'one-time-password/challenge.ts', 'triesMost = 5', 'triesMost = 6', 'sign-in/sign-in.test.ts', 'of forty parallel wrong codes exactly five are looked at'],
  ['30 wrong codes on an account in a day', 'one-time-password/challenge.ts', 'wrongCodesMost = 30', 'wrongCodesMost = 31', 'sign-in/sign-in.test.ts', 'thirty wrong codes in a day make codes wait an hour, on every sign-in of the account'],
  ['then codes wait an hour', 'one-time-password/challenge.ts', 'codesWaitMinutes = 60', 'codesWaitMinutes = 59', 'sign-in/sign-in.test.ts', 'thirty wrong codes in a day make codes wait an hour, on every sign-in of the account'],
  ['wrong codes are counted for 24 hours', 'one-time-password/challenge-store.ts', "interval '24 hours'", "interval '23 hours'", 'sign-in/sign-in.test.ts', 'wrong codes count for a day from the first of them, to the second', 2],
  ['5 backup codes are looked at in one sign-in', 'sign-in/give-backup-code.ts', 'challenge.tries >= triesMost', 'challenge.tries > triesMost', 'backup-code/backup-code.test.ts', 'five wrong ones end the sign-in, counted with its wrong codes, and the right one comes too late'],
  ['a link of Sign Up lives 24 hours', 'sign-up/start-sign-up.ts', 'linkHours = 24', 'linkHours = 25', 'sign-up/links.test.ts', 'a link lives 24 hours and not a second more'],
  ['a link that proves a new address lives 24 hours', 'contact-change/contact-change.ts', 'proofHours = 24', 'proofHours = 25', 'contact-change/contact-change.test.ts', 'lives 24 hours, and a newer wish kills it'],
  ['a change of user name, recovery address or phone can be undone for 72 hours', 'contact-change/contact-change.ts', 'undoHours = 72', 'undoHours = 73', 'contact-change/undo-change.test.ts', 'works for 72 hours and not a second more'],
  ['and for no less', 'contact-change/contact-change.ts', 'undoHours = 72', 'undoHours = 71', 'contact-change/undo-change.test.ts', 'works for 72 hours and not a second more'],
  ['a closing can be taken back for 72 hours', 'closing/closing.ts', 'undoClosingHours = 72', 'undoClosingHours = 73', '../portal/closing/closing.test.ts', 'can be taken back for 72 hours to the second; a token of no shape is nothing'],
  ['who protected themselves and asks to end it waits 7 days', 'protection/keep-safe.ts', 'endsAfterDays = 7', 'endsAfterDays = 6', 'protection/safety.test.ts', 'ends seven days after they asked and not a second sooner, and is told once, where only they read'],
  ['“This was not me” works for 7 days', 'browsers/tell-of-new-browser.ts', 'notMeDays = 7', 'notMeDays = 8', 'browsers/new-browser.test.ts', 'the link lives seven days; an invented one and another person’s are the same dead page'],
  ['a link of Forgot your password lives 30 minutes', 'recovery/reset-link.ts', 'resetLinkMinutes = 30', 'resetLinkMinutes = 31', 'recovery/reset-link.test.ts', 'a link lives 30 minutes and not a second more; a newer one ends it'],
  ['5 pairs of answers are looked at in one reset', 'recovery/give-answers.ts', 'answerTriesMost = 5', 'answerTriesMost = 6', 'recovery/reset-answers.test.ts', 'of forty parallel pairs of answers five are looked at; then the right one comes too late'],
  ['10 pairs of answers for an account in a day', 'recovery/give-answers.ts', 'most: 10', 'most: 11', 'recovery/reset-answers.test.ts', 'over all its resets an account has ten pairs of answers looked at in a day, right ones not counted'],
  ['a day of answers is a day', 'recovery/give-answers.ts', 'withinSeconds: 86_400', 'withinSeconds: 43_200', 'recovery/reset-answers.test.ts', 'over all its resets an account has ten pairs of answers looked at in a day, right ones not counted'],
  ['5 backup codes are looked at in one reset', 'recovery/prove-by-backup-code.ts', 'backupTriesMost = 5', 'backupTriesMost = 6', 'recovery/reset-answers.test.ts', 'five wrong backup codes end their use in this reset; the right one comes too late, and what is no code is not counted'],
  ['a recovery waits 24 hours', 'recovery/request/recovery-request.ts', 'delayHours = 24', 'delayHours = 23', 'recovery/request/recovery.test.ts', 'before the day is over, cancelled, or past its 72 hours, the right backup code opens nothing, in the same words'],
  ['and is then open for 72', 'recovery/request/recovery-request.ts', 'openHours = 72', 'openHours = 73', 'recovery/request/recovery.test.ts', 'before the day is over, cancelled, or past its 72 hours, the right backup code opens nothing, in the same words'],
  ['asked again, a recovery link is mailed again after 5 minutes', 'recovery/request/open-recovery.ts', 'sameLinkMinutes = 5', 'sameLinkMinutes = 4', 'recovery/request/recovery.test.ts', 'asking for an ordinary reset from outside ends no recovery link; asking for the recovery again mails another'],
  ['the link after a checked identity lives 24 hours', 'support/carry-out.ts', 'checkedLinkHours = 24', 'checkedLinkHours = 25', '../officer/support/support.test.ts', 'the link of a check lives 24 hours, and dies with its recovery'],
  ['the other account is proven for half an hour of a merge', 'one-person/merge-attempt.ts', 'mergeMinutes = 30', 'mergeMinutes = 31', 'one-person/merge.test.ts', 'half an hour after the other password the proof is gone, and the page begins anew'],
  ['a passkey is answered within 5 minutes', 'passkeys/ceremony.ts', 'ceremonyMinutes = 5', 'ceremonyMinutes = 6', 'passkeys/sign-in-with-passkey.test.ts', 'a challenge lives five minutes and not a second more'],
  ['20 passkeys', 'passkeys/add-passkey.ts', 'passkeysMost = 20', 'passkeysMost = 21', 'passkeys/own-passkeys.test.ts', 'twenty passkeys are enough: the next one is refused in words'],
  ['5 authentication apps', 'second-factor/authenticator-app.ts', 'appsMost = 5', 'appsMost = 6', 'second-factor/own-apps.test.ts', 'is one of five at most'],
  ['a session lives 12 hours', 'sessions/session.ts', 'sessionHours = 12', 'sessionHours = 13', 'sessions/sessions.test.ts', 'however busy, a session ends after twelve hours, and a fresh factor does not put that off'],
  ['a right password waits half an hour for its code', 'sessions/session.ts', 'halfWayMinutes = 30', 'halfWayMinutes = 31', 'sessions/sessions.test.ts', 'a right password waits half an hour for its code, however busy, and not a second more'],
  ['a factor is fresh for 5 minutes', 'sessions/session.ts', 'recentProofMinutes = 5', 'recentProofMinutes = 6', 'sessions/sessions.test.ts', 'a factor of the last five minutes opens what asks for one; an older one is asked again and leads back'],
  ['what was typed in an ended session is kept half an hour', 'sessions/parked-form.ts', 'parkedMinutes = 30', 'parkedMinutes = 31', 'sessions/sessions.test.ts', 'a parked form is kept half an hour'],
  ['20 forms are parked for an account', 'sessions/parked-form.ts', 'parkedMost = 20', 'parkedMost = 21', 'sessions/parked-form.test.ts', 'twenty forms are parked for one account, and none at an address of more than 500 characters'],
]

const passwordTries = 'src/accounts/sign-in/password-tries.test.ts'
const fiveInAMinute = 'five wrong passwords in a minute make that network wait sixty seconds, even with the right one'
const fromTheTenth = 'from the tenth wrong password of a day on, each makes its network wait: 30 s, doubling to 20 minutes'
const oneByOne = 'five wrong passwords are too many within sixty seconds, to the second'
const ofADay = 'wrong passwords count for a day, to the second'

/** The count of wrong passwords lives in a function of the database; it is the same for people and for staff. */
const passwordCounts = (file: string, test: string, titles: Record<'burst' | 'late' | 'slow' | 'day', string>): Row[] => [
  ['5 wrong passwords for an account and network', file, 'mine.burst >= 5', 'mine.burst >= 6', test, titles.burst],
  ['counted within 60 seconds', file, "mine.burst_began_at <= at - interval '60 seconds'", "mine.burst_began_at <= at - interval '59 seconds'", test, titles.slow],
  ['then it waits 60 seconds', file, "mine.wait_until := at + interval '60 seconds'", "mine.wait_until := at + interval '59 seconds'", test, titles.burst],
  ['10 wrong passwords for an account in a day', file, 'all_wrong + 1 >= 10', 'all_wrong + 1 >= 11', test, titles.late],
  ['the wait begins at 30 seconds', file, "interval '30 seconds' *", "interval '29 seconds' *", test, titles.late],
  ['and doubles up to 20 minutes', file, "interval '20 minutes'", "interval '19 minutes'", test, titles.late],
  ['wrong passwords are counted for 24 hours', file, "t.last_at >= at - interval '24 hours'", "t.last_at >= at - interval '23 hours'", test, titles.day],
]

const staffSignIn = 'src/officer/sign-in/sign-in.test.ts'
const staffSessions = 'src/officer/sessions/sessions.test.ts'
const thirtyStaffCodes = 'waits an hour after 30 wrong ones in a day, over however many sign-ins'

const office: Row[] = [
  ['staff: 30 wrong codes in a day', 'src/officer/sign-in/wrong-codes.ts', 'wrongMost = 30', 'wrongMost = 31', staffSignIn, thirtyStaffCodes],
  ['staff: then codes wait an hour', 'src/officer/sign-in/wrong-codes.ts', 'hours: waitHours', 'minutes: 59 * waitHours', 'src/officer/sign-in/wrong-codes.test.ts', 'wrong codes count for a day from the first of them, to the second'],
  ['staff: wrong codes are counted for 24 hours', 'src/officer/sign-in/wrong-codes.ts', 'countedHours = 24', 'countedHours = 23', 'src/officer/sign-in/wrong-codes.test.ts', 'wrong codes count for a day from the first of them, to the second'],
  ['staff: an enrolment link lives 72 hours', 'src/officer/staff/add-staff.ts', 'linkHours = 72', 'linkHours = 73', 'src/officer/enrolment/enrolment.test.ts', 'is dead after 72 hours'],
  ['staff: a session lives 12 hours', 'src/officer/sessions/session.ts', 'sessionHours = 12', 'sessionHours = 13', staffSessions, 'ends after 12 hours however busy it is'],
  ['staff: a right password waits half an hour for its code', 'src/officer/sessions/session.ts', 'halfWayMinutes = 30', 'halfWayMinutes = 31', staffSessions, 'half-way ends after half an hour however busy it is, and not before'],
  ['staff: a session ends after 15 idle minutes', 'migrations/0067-protection.sql', "interval '15 minutes'", "interval '16 minutes'", staffSessions, 'ends after 15 minutes without a sign of life, and not before', 2],
]

const elsewhere: Row[] = [
  ['a session ends after 15 idle minutes', 'src/accounts/sessions/session.ts', 'idleMinutes = [15, 30, 60]', 'idleMinutes = [30, 15, 60]', 'src/accounts/sessions/sessions.test.ts', 'a session ends after fifteen idle minutes, and not before'],
  ['an app’s code is good for its 30 seconds', 'src/platform/crypto/totp.ts', 'stepSeconds = 30', 'stepSeconds = 60', 'src/accounts/sign-in/sign-in-by-app.test.ts', 'takes the step before and the one after now, and none beyond'],
  ['and for the step before and after', 'src/platform/crypto/totp.ts', 'drift = 1', 'drift = 2', 'src/accounts/sign-in/sign-in-by-app.test.ts', 'takes the step before and the one after now, and none beyond'],
  ['an app’s key has 160 bits', 'src/platform/crypto/totp.ts', 'size: 20', 'size: 16', 'src/platform/crypto/totp.test.ts', 'a secret has 160 bits and its address names issuer and account'],
  ['a code has six digits', 'src/platform/crypto/one-time-code.ts', 'word % 1_000_000).padStart(6', 'word % 100_000).padStart(5', 'src/platform/crypto/one-time-code.test.ts', 'a code is six digits, the same whenever it is derived, another for another send or challenge'],
  ['a mailed link has 128 bits', 'src/platform/crypto/link-token.ts', "'base64url', 0, 16", "'base64url', 0, 15", 'src/platform/crypto/link-token.test.ts', 'a token is 128 bits for an address, the same whenever it is derived, another for another send'],
  ['a session’s secret has 128 bits', 'src/accounts/sessions/session.ts', 'newSecret(128)', 'newSecret(120)', 'src/accounts/sessions/sessions.test.ts', 'the session’s secret is 128 bits, in a cookie that scripts and other sites do not get, and hashed at rest'],
  ['a backup code has 80 bits', 'src/platform/numbers/crockford.ts', 'backupCodeShape: CodeShape = { characters: 16', 'backupCodeShape: CodeShape = { characters: 15', 'src/platform/numbers/crockford.test.ts', 'an access code is shown as XXXX-XXXX-XXXX-X, a backup code in four groups of four'],
  ['a password is hashed over 19 MiB', 'src/platform/crypto/passwords.ts', 'memoryCost: 19 * 1024', 'memoryCost: 18 * 1024', 'src/platform/crypto/passwords.test.ts', 'a hash is argon2id with the OWASP parameters, names its key, and is never the same twice'],
  ['in two passes', 'src/platform/crypto/passwords.ts', 'timeCost: 2', 'timeCost: 1', 'src/platform/crypto/passwords.test.ts', 'a hash is argon2id with the OWASP parameters, names its key, and is never the same twice'],
  ['64 wait to be hashed', 'src/platform/crypto/passwords.ts', 'waitingMax = 64', 'waitingMax = 65', 'src/platform/crypto/passwords.test.ts', 'all cores but one hash, and 64 wait; the next is turned away'],
  ['a network is an IPv4 address or an IPv6 /64', 'src/platform/http/network.ts', 'slice(0, 4)', 'slice(0, 5)', 'src/status/status.test.ts', 'count for the whole /64 of an IPv6 network'],
  ['60 status look-ups for a network', 'src/status/look-up-window.ts', 'lookUpsMost = 60', 'lookUpsMost = 61', 'src/status/status.test.ts', 'are let through sixty times a minute, then asked politely to wait, on the page and as JSON'],
  ['in a minute', 'src/status/look-up-window.ts', 'windowSeconds = 60', 'windowSeconds = 30', 'src/status/status.test.ts', 'are let through sixty times a minute, then asked politely to wait, on the page and as JSON'],
  ['a factor is fresh for 5 minutes, to sign and pay', 'src/filing/signature/recent-proof.ts', 'proofMinutes = 5', 'proofMinutes = 6', 'src/filing/signature/sign.test.ts', 'an older proof leads to the step-up, on the page and in the operation alike'],
  ['an archive of one’s data is offered 7 days', 'src/portal/my-data/archive.ts', 'offeredDays = 7', 'offeredDays = 8', 'src/portal/my-data/asking.test.ts', 'is offered for seven days to the minute, then its bytes and its row go'],
  ['3 archives for a person', 'src/portal/my-data/archive.ts', 'archivesADay = 3', 'archivesADay = 4', 'src/portal/my-data/asking.test.ts', 'gets three in 24 hours and no fourth, and another one after them'],
  ['in 24 hours', 'src/portal/my-data/ask-archive.ts', 'hours: 24', 'hours: 23', 'src/portal/my-data/asking.test.ts', 'gets three in 24 hours and no fourth, and another one after them'],
  ['a draft file is locked over 64 MiB', 'src/filing/draft-file/envelope.ts', 'HashStrength = { memoryCost: 64 * 1024', 'HashStrength = { memoryCost: 63 * 1024', 'src/filing/draft-file/envelope.test.ts', 'is made with argon2id over 64 MiB in three passes, and never with the same salt or nonce twice'],
  ['in three passes', 'src/filing/draft-file/envelope.ts', 'timeCost: 3, parallelism', 'timeCost: 2, parallelism', 'src/filing/draft-file/envelope.test.ts', 'is made with argon2id over 64 MiB in three passes, and never with the same salt or nonce twice'],
  ['a draft file may ask for 64 MiB', 'src/filing/draft-file/envelope.ts', 'strengthMost = { memoryCost: 64 * 1024', 'strengthMost = { memoryCost: 65 * 1024', 'src/filing/draft-file/envelope.test.ts', 'asks no machine for more than our memory and passes: more is not even tried'],
  ['and for three passes', 'src/filing/draft-file/envelope.ts', 'timeCost: 3 }', 'timeCost: 4 }', 'src/filing/draft-file/envelope.test.ts', 'asks no machine for more than our memory and passes: more is not even tried'],
  ['a draft file has 4 MiB', 'src/filing/draft-file/envelope.ts', 'fileBytesMost = 4 *', 'fileBytesMost = 5 *', 'src/filing/draft-file/pages/import-page.test.ts', 'begins nothing, and each is told in words of its own'],
  ['the passphrase of a draft file has 12 characters', 'src/filing/draft-file/passphrase.ts', 'passphraseLeast = 12', 'passphraseLeast = 11', 'src/filing/draft-file/pages/export-page.test.ts', 'is refused in words for each rule it breaks, is never sent back, and makes no file'],
  ['and 128 at most', 'src/filing/draft-file/passphrase.ts', 'passphraseMost = 128', 'passphraseMost = 129', 'src/filing/draft-file/pages/export-page.test.ts', 'is refused in words for each rule it breaks, is never sent back, and makes no file'],
  ['a webhook is 5 minutes old at most', 'src/platform/pay/verify-webhook.ts', 'toleranceSeconds = 5 * 60', 'toleranceSeconds = 6 * 60', 'src/platform/pay/cashier-events.test.ts', 'an event older or newer than five minutes is refused'],
]

const inAccounts = ([what, file, is, weaker, test, title, times]: Row): Row => [
  what, `src/accounts/${file}`, is, weaker, test.startsWith('../') ? `src/${test.slice(3)}` : `src/accounts/${test}`, title, times,
]

export const fixedLimits: readonly FixedLimit[] = [
  ...accounts.map(inAccounts),
  ...passwordCounts('migrations/0004-accounts.sql', passwordTries, { burst: fiveInAMinute, late: fromTheTenth, slow: oneByOne, day: ofADay }),
  ...passwordCounts('migrations/0009-officer.sql', staffSignIn, {
    burst: 'is looked at five times a minute for one address and network, also when all come at once',
    late: 'waits longer with each wrong one after the tenth, up to 20 minutes',
    slow: 'is wrong too often within sixty seconds, to the second',
    day: 'that was wrong counts for a day, to the second',
  }).map(([what, ...rest]): Row => [`staff: ${what}`, ...rest]),
  ...office,
  ...elsewhere,
].map(([what, file, is, weaker, test, title, times = 1]) => ({ what, file, is, weaker, test, title, times }))
