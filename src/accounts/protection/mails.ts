import type { MailKind } from '../../platform/mail/mail-kind.ts'

/** Only to a mailbox of which the person did not say that others read it; nothing in it says which setting. */
export const settingEndsMail: MailKind = {
  name: 'accounts.setting-ends',
  render: ({ t, values }) => ({
    subject: t('safety.mail.ends.subject'),
    paragraphs: [t('safety.mail.ends.body', { at: t.instant(Temporal.Instant.from(String(values.due))) })],
  }),
}
