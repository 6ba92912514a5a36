import type { MailKind, MailToRender } from '../../platform/mail/mail-kind.ts'
import type { MessageKey } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { mailedToken } from '../recovery/reset-link.ts'
import { checkedLinkHours } from './carry-out.ts'
import { showTrackingNumber } from './support-request.ts'

const followUrl = ({ services, values }: Pick<MailToRender, 'services' | 'values'>) =>
  services.publicUrl + paths.followSupport({ token: mailedToken({ services, values }) })

const numberIn = ({ t, values }: MailToRender) => ({
  label: t('support.tracking-number'),
  value: showTrackingNumber(String(values.trackingNumber)),
})

const supportReceivedMail: MailKind = {
  name: 'accounts.support-received',
  isAwaited: true,
  render: (mail) =>
    mail.values.isSent === 'yes'
      ? {
          subject: mail.t('support.mail.received.subject'),
          paragraphs: [mail.t('support.mail.received.opening', { at: mail.t.instant(mail.queuedAt) })],
          facts: [numberIn(mail)],
          links: [{ label: mail.t('support.mail.follow'), url: followUrl(mail) }],
          after: [mail.t('support.mail.never-ask'), mail.t('accounts.mail.not-you')],
        }
      : null,
}

/** The answer's own words, the same for everybody; for a protected person only that there is one. */
const supportAnsweredMail: MailKind = {
  name: 'accounts.support-answered',
  isAwaited: true,
  render: (mail) => ({
    subject: mail.t('support.mail.answered.subject'),
    paragraphs: [
      mail.t('support.mail.answered.opening'),
      ...(mail.values.answer ? [mail.t(`support.answer.${mail.values.answer}` as MessageKey)] : []),
    ],
    facts: [numberIn(mail)],
    links: [{ label: mail.t('support.mail.follow'), url: followUrl(mail) }],
    after: [mail.t('support.mail.never-ask')],
  }),
}

const checkedLinkMail: MailKind = {
  name: 'accounts.checked-link',
  isAwaited: true,
  render: (mail) => ({
    subject: mail.t('support.mail.checked.subject'),
    paragraphs: [mail.t('support.mail.checked.opening')],
    links: [
      {
        label: mail.t('recovery.mail.reset.link'),
        url: mail.services.publicUrl + paths.resetLink({ token: mailedToken(mail) }),
      },
    ],
    after: [mail.t('support.mail.checked.lasts', { hours: checkedLinkHours }), mail.t('support.mail.checked.not-you')],
  }),
}

export const supportMails: readonly MailKind[] = [supportReceivedMail, supportAnsweredMail, checkedLinkMail]
