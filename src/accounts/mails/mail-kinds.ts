import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { contactChangeMails } from '../contact-change/mails.ts'
import { closingMails } from '../closing/mails.ts'
import { alreadyHaveAccountMail } from './already-have-account.ts'
import { settingEndsMail } from '../protection/mails.ts'
import { recoveryMailKinds } from '../recovery/mails.ts'
import { supportMails } from '../support/mails.ts'
import { backupCodeUsedMail } from './backup-code-used.ts'
import { confirmEmailMail } from './confirm-email.ts'
import { continueSignUpMail } from './continue-sign-up.ts'
import { mergedAccountMail } from './merged-account.ts'
import { mergedMail } from './merged.ts'
import { newBrowserMail } from './new-browser.ts'
import { notMeMail } from './not-me.ts'
import { oneTimePasswordMail } from './one-time-password.ts'
import { factorChangedMail } from '../second-factor/factor-changed-mail.ts'
import { passkeyChangedMail, passkeyCopiedMail } from './passkeys.ts'
import { usernameReminderMail } from './username-reminder.ts'
import { welcomeMail } from './welcome.ts'

export const mailKinds: readonly MailKind[] = [
  confirmEmailMail,
  continueSignUpMail,
  alreadyHaveAccountMail,
  oneTimePasswordMail,
  welcomeMail,
  usernameReminderMail,
  backupCodeUsedMail,
  factorChangedMail,
  ...contactChangeMails,
  ...recoveryMailKinds,
  ...supportMails,
  mergedMail,
  mergedAccountMail,
  passkeyChangedMail,
  passkeyCopiedMail,
  newBrowserMail,
  notMeMail,
  settingEndsMail,
  ...closingMails,
]
