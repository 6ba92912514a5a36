import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { paths } from '../../platform/paths.ts'

/** Says that something is ready and not what: other people may read this mailbox. */
export const archiveReadyMail: MailKind = {
  name: 'portal.archive-ready',
  render: ({ t, values, services }) => ({
    subject: t('my-data.mail.subject'),
    paragraphs: [
      t('my-data.mail.opening'),
      t('my-data.mail.where', { until: t.instant(Temporal.Instant.from(String(values.until))) }),
    ],
    links: [{ label: t('my-data.mail.link'), url: services.publicUrl + paths.accountData() }],
    after: [t('my-data.mail.not-you')],
  }),
}
