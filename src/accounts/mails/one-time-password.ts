import { oneTimeCode } from '../../platform/crypto/one-time-code.ts'
import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { codeMinutes } from '../one-time-password/challenge.ts'

export const oneTimePasswordMail: MailKind = {
  name: 'accounts.one-time-password',
  isAwaited: true,
  render: ({ t, values, services, queuedAt }) => {
    const time = t.time(queuedAt)
    const challenge = { challengeId: String(values.challenge), sendNumber: Number(values.send), keyId: String(values.key) }
    return {
      subject: t('accounts.mail.code.subject'),
      paragraphs: [t('accounts.mail.code.opening', { time })],
      code: { label: t('accounts.mail.code.label'), digits: oneTimeCode(services.keys, challenge) },
      after: [t('accounts.mail.code.lasts', { minutes: codeMinutes }), t('accounts.mail.code.never-tell')],
    }
  },
}
