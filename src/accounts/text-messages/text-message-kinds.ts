import { oneTimeCode } from '../../platform/crypto/one-time-code.ts'
import type { TextMessageKind } from '../../platform/sms/index.ts'
import { recoveryAskedText } from '../recovery/request/mails.ts'
import { codeMinutes } from '../one-time-password/challenge.ts'

const oneTimePasswordText: TextMessageKind = {
  name: 'accounts.one-time-password',
  isAwaited: true,
  usefulForSeconds: codeMinutes * 60,
  render: ({ t, values, services, queuedAt }) => {
    const challenge = { challengeId: String(values.challenge), sendNumber: Number(values.send), keyId: String(values.key) }
    const code = oneTimeCode(services.keys, challenge)
    return { text: t('second-factor.sms.code', { code, time: t.time(queuedAt), minutes: codeMinutes }) }
  },
}

/** Whoever reads over a shoulder learns that there is an account, and nothing of it. */
const securityNewsText: TextMessageKind = {
  name: 'accounts.security-news',
  render: ({ t }) => ({ text: t('second-factor.sms.news') }),
}

export const textMessageKinds: readonly TextMessageKind[] = [oneTimePasswordText, securityNewsText, recoveryAskedText]
