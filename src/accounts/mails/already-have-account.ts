import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { paths } from '../../platform/paths.ts'

export const alreadyHaveAccountMail: MailKind = {
  name: 'accounts.already-have-account',
  render: ({ t, services }) => ({
    subject: t('accounts.mail.already.subject'),
    paragraphs: [t('accounts.mail.already.opening'), t('accounts.mail.already.one-each')],
    links: [
      { label: t('accounts.mail.sign-in'), url: `${services.publicUrl}${paths.signIn()}` },
      { label: t('accounts.mail.already.forgot'), url: `${services.publicUrl}${paths.forgotUsername()}` },
    ],
    after: [t('accounts.mail.not-you')],
  }),
}
