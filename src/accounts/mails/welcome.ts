import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { paths } from '../../platform/paths.ts'
import { showOnlineAccountNumber } from '../online-account-number.ts'

export const welcomeMail: MailKind = {
  name: 'accounts.welcome',
  render: ({ t, values, services }) => ({
    subject: t('accounts.mail.welcome.subject'),
    paragraphs: [t('accounts.mail.welcome.opening'), t('accounts.mail.welcome.number')],
    facts: [{ label: t('accounts.mail.online-account-number'), value: showOnlineAccountNumber(String(values.number)) }],
    links: [{ label: t('accounts.mail.sign-in'), url: `${services.publicUrl}${paths.signIn()}` }],
    after: [t('accounts.mail.number.no-access')],
  }),
}
