import type { MailKind, MailToRender, MailWords } from '../../platform/mail/mail-kind.ts'
import { paths } from '../../platform/paths.ts'
import { closedWords } from '../closing/mails.ts'
import { showOnlineAccountNumber } from '../online-account-number.ts'

const wordsFor: Record<string, (mail: MailToRender) => Omit<MailWords, 'subject'>> = {
  complete: ({ t, values, services }) => ({
    paragraphs: [t('accounts.mail.username.complete')],
    facts: [
      { label: t('accounts.mail.username.label'), value: String(values.email) },
      { label: t('accounts.mail.online-account-number'), value: showOnlineAccountNumber(String(values.number)) },
    ],
    links: [
      { label: t('accounts.mail.sign-in'), url: `${services.publicUrl}${paths.signIn()}` },
      { label: t('accounts.mail.username.forgot-password'), url: `${services.publicUrl}${paths.forgotPassword()}` },
    ],
    after: [t('accounts.mail.number.no-access'), t('accounts.mail.not-you')],
  }),
  unfinished: ({ t, services }) => ({
    paragraphs: [t('accounts.mail.username.unfinished')],
    links: [{ label: t('accounts.mail.username.sign-up'), url: `${services.publicUrl}${paths.signUp()}` }],
    after: [t('accounts.mail.not-you')],
  }),
  merged: ({ t, services }) => ({
    paragraphs: [t('merging.mail.merged.opening'), t('merging.mail.merged.sign-in'), t('merging.mail.merged.number')],
    links: [{ label: t('accounts.mail.username.other-address'), url: `${services.publicUrl}${paths.forgotUsername()}` }],
    after: [t('accounts.mail.not-you')],
  }),
  closed: closedWords,
  none: ({ t, services }) => ({
    paragraphs: [t('accounts.mail.username.none')],
    links: [{ label: t('accounts.mail.username.other-address'), url: `${services.publicUrl}${paths.forgotUsername()}` }],
    after: [t('accounts.mail.not-you')],
  }),
}

/** The same subject for all, so that nothing shows in a list of mails. */
export const usernameReminderMail: MailKind = {
  name: 'accounts.username-reminder',
  render: (mail) => {
    const words = wordsFor[String(mail.values.standing)]
    return words ? { subject: mail.t('accounts.mail.username.subject'), ...words(mail) } : null
  },
}
