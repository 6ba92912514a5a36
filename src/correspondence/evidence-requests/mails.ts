import type { MailKind } from '../../platform/mail/index.ts'
import { paths } from '../../platform/paths.ts'

/** Says that there is more time for something, and neither of which case nor what it is. */
const deadlineMoved: MailKind = {
  name: 'correspondence.deadline-moved',
  render: ({ t, services }) => ({
    subject: t('requests.mail.moved.subject'),
    paragraphs: [t('requests.mail.moved.body'), t('requests.mail.moved.see')],
    links: [
      { label: t('requests.mail.moved.link'), url: services.publicUrl + paths.account() },
      { label: t('requests.mail.moved.incidents'), url: services.publicUrl + paths.incidents() },
    ],
    footer: [t('requests.mail.genuine')],
  }),
}

export const requestMailKinds: readonly MailKind[] = [deadlineMoved]
