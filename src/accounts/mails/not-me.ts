import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { paths } from '../../platform/paths.ts'

export const notMeMail: MailKind = {
  name: 'accounts.not-me',
  render: ({ t, services, queuedAt }) => ({
    subject: t('security.mail.not-me.subject'),
    paragraphs: [t('security.mail.not-me.opening', { at: t.instant(queuedAt) }), t('security.mail.not-me.next')],
    links: [{ label: t('security.not-me.new-password'), url: `${services.publicUrl}${paths.forgotPassword()}` }],
    after: [t('security.mail.not-me.then')],
  }),
}
