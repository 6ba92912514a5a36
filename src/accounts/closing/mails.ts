import type { MailKind, MailToRender, MailWords } from '../../platform/mail/mail-kind.ts'
import { paths } from '../../platform/paths.ts'
import { closingToken, undoUntil } from './closing.ts'

const undoUrl = ({ services, values }: MailToRender) => {
  const token = closingToken(services.keys, { id: String(values.closing), key_id: String(values.key) })
  return services.publicUrl + paths.undoClosing({ token })
}

/** To every address: what happened, what happens when, and the link that takes it back. */
const closed: MailKind = {
  name: 'accounts.closed',
  render: (mail) => {
    const { t, values } = mail
    const until = t.instant(Temporal.Instant.from(String(values.until)))
    return {
      subject: t('closing.mail.closed.subject'),
      paragraphs: [t('closing.mail.closed.opening'), t('closing.mail.closed.later', { until })],
      links: [{ label: t('closing.mail.closed.undo'), url: undoUrl(mail) }],
      after: [t('closing.mail.closed.not-you'), t('closing.mail.closed.number')],
    }
  },
}

const undone: MailKind = {
  name: 'accounts.closing-undone',
  render: ({ t, services }) => ({
    subject: t('closing.mail.undone.subject'),
    paragraphs: [t('closing.mail.undone.opening'), t('closing.mail.undone.as-before')],
    links: [{ label: t('accounts.mail.sign-in'), url: services.publicUrl + paths.signIn() }],
    after: [t('closing.mail.undone.not-you')],
  }),
}

/** What a mailbox hears of a closed account, whichever page it was asked on. */
export const closedWords = ({ t, services, values }: MailToRender): Omit<MailWords, 'subject'> => {
  const closedAt = Temporal.Instant.from(String(values.closedAt))
  return {
    paragraphs: [
      t('closing.mail.standing.opening', { at: t.instant(closedAt) }),
      t('closing.mail.standing.undo', { until: t.instant(undoUntil(closedAt)) }),
      t('closing.mail.standing.anew'),
    ],
    links: [{ label: t('closing.mail.standing.support'), url: services.publicUrl + paths.contactSupport() }],
    after: [t('accounts.mail.not-you')],
  }
}

/** At a sign-up or a sign-in with the address of a closed account. */
const accountClosed: MailKind = {
  name: 'accounts.account-closed',
  render: (mail) => ({ subject: mail.t('accounts.mail.already.subject'), ...closedWords(mail) }),
}

export const closingMails: readonly MailKind[] = [closed, undone, accountClosed]
