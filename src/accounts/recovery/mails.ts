import type { MailKind, MailToRender, MailWords } from '../../platform/mail/mail-kind.ts'
import { paths } from '../../platform/paths.ts'
import { recoveryRequestMails } from './request/mails.ts'
import { closedWords } from '../closing/mails.ts'
import { mailedToken, resetLinkMinutes } from './reset-link.ts'

const wordsFor: Record<string, (mail: MailToRender) => Omit<MailWords, 'subject'>> = {
  complete: ({ t, values, services }) => ({
    paragraphs: [t('recovery.mail.reset.complete')],
    links: [
      {
        label: t('recovery.mail.reset.link'),
        url: services.publicUrl + paths.resetLink({ token: mailedToken({ services, values }) }),
      },
    ],
    after: [t('recovery.mail.reset.lasts', { minutes: resetLinkMinutes }), t('recovery.mail.reset.not-you')],
  }),
  unfinished: ({ t, services }) => ({
    paragraphs: [t('recovery.mail.reset.unfinished')],
    links: [{ label: t('recovery.mail.reset.sign-up'), url: services.publicUrl + paths.signUp() }],
    after: [t('accounts.mail.not-you')],
  }),
  merged: ({ t, services }) => ({
    paragraphs: [t('merging.mail.merged.opening'), t('merging.mail.merged.sign-in'), t('merging.mail.merged.number')],
    links: [{ label: t('recovery.mail.reset.other-address'), url: services.publicUrl + paths.forgotPassword() }],
    after: [t('accounts.mail.not-you')],
  }),
  closed: closedWords,
  none: ({ t, services }) => ({
    paragraphs: [t('recovery.mail.reset.none')],
    links: [{ label: t('recovery.mail.reset.other-address'), url: services.publicUrl + paths.forgotPassword() }],
    after: [t('accounts.mail.not-you')],
  }),
}

/** The same subject for all, so that nothing shows in a list of mails. */
const passwordResetMail: MailKind = {
  name: 'accounts.password-reset',
  isAwaited: true,
  render: (mail) => {
    const words = wordsFor[String(mail.values.standing)]
    return words ? { subject: mail.t('recovery.mail.reset.subject'), ...words(mail) } : null
  },
}

const passwordWasResetMail: MailKind = {
  name: 'accounts.password-was-reset',
  render: ({ t, services, queuedAt }) => ({
    subject: t('recovery.mail.was-reset.subject'),
    paragraphs: [t('recovery.mail.was-reset.opening', { at: t.instant(queuedAt) }), t('recovery.mail.was-reset.you')],
    links: [
      { label: t('accounts.mail.sign-in'), url: services.publicUrl + paths.signIn() },
      { label: t('recovery.forgot.title'), url: services.publicUrl + paths.forgotPassword() },
      { label: t('accounts.support.title'), url: services.publicUrl + paths.contactSupport() },
    ],
    after: [t('recovery.mail.was-reset.not-you')],
  }),
}

/** Something that helps back in was changed by a signed-in person; what it is now is not said. */
const changedMail = (name: string, what: 'questions' | 'code'): MailKind => ({
  name,
  render: ({ t, services, queuedAt }) => ({
    subject: t(`recovery.mail.${what}.subject`),
    paragraphs: [t(`recovery.mail.${what}.opening`, { at: t.instant(queuedAt) }), t('recovery.mail.if-you')],
    links: [
      { label: t('accounts.mail.sign-in'), url: services.publicUrl + paths.signIn() },
      { label: t('accounts.support.title'), url: services.publicUrl + paths.contactSupport() },
    ],
    after: [t('recovery.mail.if-not-you')],
  }),
})

export const recoveryMailKinds: readonly MailKind[] = [
  passwordResetMail,
  passwordWasResetMail,
  changedMail('accounts.questions-changed', 'questions'),
  changedMail('accounts.backup-code-replaced', 'code'),
  ...recoveryRequestMails,
]
