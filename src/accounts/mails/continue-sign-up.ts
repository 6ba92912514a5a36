import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { signUpLinkUrl } from './sign-up-link.ts'

export const continueSignUpMail: MailKind = {
  name: 'accounts.continue-sign-up',
  isAwaited: true,
  render: (mail) => ({
    subject: mail.t('accounts.mail.continue.subject'),
    paragraphs: [mail.t('accounts.mail.continue.opening')],
    links: [{ label: mail.t('accounts.mail.continue.link'), url: signUpLinkUrl(mail) }],
    after: [mail.t('accounts.mail.link.lasts'), mail.t('accounts.mail.not-you')],
  }),
}
