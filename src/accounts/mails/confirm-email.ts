import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { signUpLinkUrl } from './sign-up-link.ts'

export const confirmEmailMail: MailKind = {
  name: 'accounts.confirm-email',
  isAwaited: true,
  render: (mail) => ({
    subject: mail.t('accounts.mail.confirm.subject'),
    paragraphs: [mail.t('accounts.mail.confirm.opening')],
    links: [{ label: mail.t('accounts.mail.confirm.link'), url: signUpLinkUrl(mail) }],
    after: [mail.t('accounts.mail.link.lasts'), mail.t('accounts.mail.not-you')],
  }),
}
