import type { MailKind } from '../../platform/mail/index.ts'
import { paths } from '../../platform/paths.ts'

/** Says that there is a message, and neither of which case nor what it says: another reader of the mailbox learns nothing. */
const message: MailKind = {
  name: 'correspondence.message',
  render: ({ t, services }) => ({
    subject: t('messages.mail.subject'),
    paragraphs: [t('messages.mail.body'), t('messages.mail.see')],
    links: [{ label: t('messages.mail.link'), url: services.publicUrl + paths.account() }],
    footer: [t('messages.mail.genuine')],
  }),
}

export const messageMailKinds: readonly MailKind[] = [message]
