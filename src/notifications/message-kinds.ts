import type { MailKind } from '../platform/mail/index.ts'
import type { TextMessageKind } from '../platform/sms/index.ts'

/** For who is protected by law: no case, no number, no link into the account. */
const quiet: MailKind = {
  name: 'notifications.quiet',
  render: ({ t }) => ({
    subject: t('notifications.mail.quiet.subject'),
    paragraphs: [t('notifications.mail.quiet.body')],
  }),
}

/** The same words for everybody and for all news: a phone lies on the table. */
const news: TextMessageKind = {
  name: 'notifications.news',
  // A day later the page has said it all.
  usefulForSeconds: 24 * 3600,
  render: ({ t }) => ({ text: t('notifications.text.news') }),
}

export const mailKinds: readonly MailKind[] = [quiet]
export const textMessageKinds: readonly TextMessageKind[] = [news]
