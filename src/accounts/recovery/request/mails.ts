import type { MailKind, MailToRender, MailWords } from '../../../platform/mail/mail-kind.ts'
import { paths } from '../../../platform/paths.ts'
import type { TextMessageKind } from '../../../platform/sms/index.ts'
import { closedWords } from '../../closing/mails.ts'
import { mailedToken } from '../reset-link.ts'

type Rendering = Pick<MailToRender, 'services' | 'values'>

const cancelUrl = ({ services, values }: Rendering) =>
  services.publicUrl + paths.cancelRecovery({ token: mailedToken({ services, values }) })

const timeIn = ({ t, values }: MailToRender, name: string) => t.instant(Temporal.Instant.from(String(values[name])))

const begun = (mail: MailToRender, opening: string): Omit<MailWords, 'subject'> => ({
  paragraphs: [opening, mail.t('recovery.mail.asked.wait', { opens: timeIn(mail, 'opensAt') })],
  links: [{ label: mail.t('recovery.mail.asked.cancel'), url: cancelUrl(mail) }],
  after: [mail.t('recovery.mail.asked.not-you'), mail.t('recovery.mail.asked.you')],
})

const nothing = ({ t, services }: MailToRender, why: string, leadsTo: string, label: string): Omit<MailWords, 'subject'> => ({
  paragraphs: [why],
  links: [{ label, url: services.publicUrl + leadsTo }],
  after: [t('accounts.mail.not-you')],
})

const wordsFor: Record<string, (mail: MailToRender) => Omit<MailWords, 'subject'>> = {
  begun: (mail) => begun(mail, mail.t('recovery.mail.asked.begun', { at: mail.t.instant(mail.queuedAt) })),
  running: (mail) => begun(mail, mail.t('recovery.mail.asked.running')),
  unfinished: (mail) =>
    nothing(mail, mail.t('recovery.mail.asked.unfinished'), paths.signUp(), mail.t('recovery.mail.reset.sign-up')),
  merged: (mail) =>
    nothing(mail, mail.t('merging.mail.merged.sign-in'), paths.recovery(), mail.t('recovery.mail.reset.other-address')),
  closed: closedWords,
  none: (mail) => nothing(mail, mail.t('recovery.mail.asked.none'), paths.recovery(), mail.t('recovery.mail.reset.other-address')),
}

/** The same subject whatever is known of the address. */
const recoveryAskedMail: MailKind = {
  name: 'accounts.recovery-asked',
  render: (mail) => {
    const words = wordsFor[String(mail.values.standing)]
    return words ? { subject: mail.t('recovery.mail.asked.subject'), ...words(mail) } : null
  },
}

const recoveryCancelledMail: MailKind = {
  name: 'accounts.recovery-cancelled',
  render: ({ t, services, queuedAt }) => ({
    subject: t('recovery.mail.cancelled.subject'),
    paragraphs: [t('recovery.mail.cancelled.opening', { at: t.instant(queuedAt) }), t('recovery.mail.cancelled.you')],
    links: [{ label: t('accounts.support.title'), url: services.publicUrl + paths.contactSupport() }],
  }),
}

const recoveryOpenMail: MailKind = {
  name: 'accounts.recovery-open',
  render: (mail) => ({
    subject: mail.t('recovery.mail.open.subject'),
    paragraphs: [mail.t('recovery.mail.open.opening', { until: timeIn(mail, 'until') })],
    links: [
      { label: mail.t('recovery.mail.open.go-on'), url: mail.services.publicUrl + paths.continueRecovery() },
      { label: mail.t('recovery.mail.asked.cancel'), url: cancelUrl(mail) },
    ],
    after: [mail.t('recovery.mail.asked.not-you')],
  }),
}

const recoveryLinkMail: MailKind = {
  name: 'accounts.recovery-link',
  isAwaited: true,
  render: (mail) => ({
    subject: mail.t('recovery.mail.link.subject'),
    paragraphs: [mail.t('recovery.mail.link.opening')],
    links: [
      {
        label: mail.t('recovery.mail.open.go-on'),
        url: mail.services.publicUrl + paths.resetLink({ token: mailedToken(mail) }),
      },
    ],
    after: [mail.t('recovery.mail.link.lasts', { until: timeIn(mail, 'until') })],
  }),
}

const recoveredMail: MailKind = {
  name: 'accounts.recovered',
  render: ({ t, services, queuedAt }) => ({
    subject: t('recovery.mail.recovered.subject'),
    paragraphs: [t('recovery.mail.recovered.opening', { at: t.instant(queuedAt) }), t('recovery.mail.was-reset.you')],
    links: [
      { label: t('accounts.mail.sign-in'), url: services.publicUrl + paths.signIn() },
      { label: t('accounts.support.title'), url: services.publicUrl + paths.contactSupport() },
    ],
    after: [t('recovery.mail.was-reset.not-you')],
  }),
}

export const recoveryRequestMails: readonly MailKind[] = [
  recoveryAskedMail,
  recoveryCancelledMail,
  recoveryOpenMail,
  recoveryLinkMail,
  recoveredMail,
]

/** To phones: what is asked of the owner and the link that stops it, and no word of who or what. */
export const recoveryAskedText: TextMessageKind = {
  name: 'accounts.recovery-asked',
  render: ({ t, services, values }) => ({ text: t('recovery.text.asked', { link: cancelUrl({ services, values }) }) }),
}
