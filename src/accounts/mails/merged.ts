import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { paths } from '../../platform/paths.ts'

/** To every address of both accounts. No number, and nothing of the other account's addresses. */
export const mergedMail: MailKind = {
  name: 'accounts.merged',
  render: ({ t, values, services, queuedAt }) => ({
    subject: t('merging.mail.subject'),
    paragraphs: [
      t('merging.mail.opening', { at: t.instant(queuedAt) }),
      t(values.side === 'kept' ? 'merging.mail.kept' : 'merging.mail.retired'),
    ],
    links: [{ label: t('merging.mail.not-you'), url: `${services.publicUrl}${paths.contactSupport()}` }],
    after: [t('merging.mail.nothing-lost')],
  }),
}
