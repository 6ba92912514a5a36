import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { paths } from '../../platform/paths.ts'

/** To an address that belonged to a merged account, when somebody signs up with it: no second account is made. */
export const mergedAccountMail: MailKind = {
  name: 'accounts.merged-account',
  render: ({ t, services }) => ({
    subject: t('accounts.mail.already.subject'),
    paragraphs: [t('merging.mail.merged.opening'), t('merging.mail.merged.sign-in'), t('merging.mail.merged.number')],
    links: [
      { label: t('accounts.mail.sign-in'), url: `${services.publicUrl}${paths.signIn()}` },
      { label: t('accounts.mail.already.forgot'), url: `${services.publicUrl}${paths.forgotUsername()}` },
    ],
    after: [t('accounts.mail.not-you')],
  }),
}
