import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { paths } from '../../platform/paths.ts'

export const backupCodeUsedMail: MailKind = {
  name: 'accounts.backup-code-used',
  render: ({ t, services, queuedAt }) => ({
    subject: t('accounts.mail.backup.subject'),
    paragraphs: [t('accounts.mail.backup.opening', { at: t.instant(queuedAt) }), t('accounts.mail.backup.new-one')],
    links: [{ label: t('accounts.mail.backup.not-you'), url: `${services.publicUrl}${paths.contactSupport()}` }],
  }),
}
