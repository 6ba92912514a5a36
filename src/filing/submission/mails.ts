import { showOnlineAccountNumber } from '../../accounts/index.ts'
import type { MailKind } from '../../platform/mail/index.ts'
import { paths } from '../../platform/paths.ts'
import { draftEndsMail } from '../draft/warn-of-ending-drafts.ts'

/** Confirms a filing. It exists to tell the account number; the receipt number stays behind the sign-in. */
const received: MailKind = {
  name: 'filing.received',
  render: ({ t, values, services }) => ({
    subject: t('filing.submission.mail.subject'),
    paragraphs: [t('filing.submission.mail.body'), t('filing.submission.mail.receipt')],
    facts: [
      {
        label: t('filing.submission.mail.account-number'),
        value: showOnlineAccountNumber(String(values.number)),
      },
    ],
    links: [
      {
        label: t('filing.submission.mail.link'),
        url: services.publicUrl + paths.submission({ submission: String(values.submission) }),
      },
    ],
    after: [t('filing.submission.mail.number'), t('filing.submission.mail.no-access')],
  }),
}

export const submitMailKinds: readonly MailKind[] = [received, draftEndsMail]
