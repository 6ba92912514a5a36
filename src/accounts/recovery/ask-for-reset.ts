import type { LimitSubject } from '../../platform/attempts.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { operation } from '../../platform/operation.ts'
import { findAccountByEmail } from '../account-store.ts'
import { closedValues } from '../closing/closing.ts'
import { emailHash, emailHashes } from '../email-address.ts'
import { addressStanding } from './address-standing.ts'
import { freshLink, resetLinkMinutes } from './reset-link.ts'
import { insertReset, killUnopenedResets } from './reset-store.ts'

interface ResetAsked {
  email: string
  language: string
}

const ofAddress = ({ input, services }: LimitSubject<ResetAsked>) => emailHash(services.keys, input.email)

/**
 * **Forgot your password**: mails a link to the holder of a finished account, and to every other mailbox what is known
 * of it, under the same subject. Known and unknown addresses run the same statements, one link made and one mail queued
 * (ASVS V6.3.8); the link of an address nobody can reset is dead when it is made.
 */
export const askForReset = operation({
  name: 'accounts.ask-for-reset',
  gate: true,
  allow: (_actor, _input: ResetAsked) => true,
  limits: [
    { name: 'accounts.forgot-password.network', most: 60, withinSeconds: 60, of: ({ request }) => request.network },
    { name: 'accounts.forgot-password.address.hour', most: 5, withinSeconds: 3600, of: ofAddress },
    { name: 'accounts.forgot-password.address.day', most: 10, withinSeconds: 86_400, of: ofAddress },
  ],
  refusals: [],
  async run(context, { email, language }) {
    const { tx, now, services, audit } = context
    const account = await findAccountByEmail(tx, emailHashes(services.keys, email))
    if (account) audit({ account: account.id })
    const standing = addressStanding(account)
    await killUnopenedResets(tx, account?.id ?? null, now)
    const link = freshLink(services.keys)
    await insertReset(tx, {
      ...link.row,
      account: account?.id ?? null,
      made_at: now,
      expires_at: now.add({ minutes: resetLinkMinutes }),
      killed_at: standing === 'complete' ? null : now,
    })
    const values = { standing, ...closedValues(account), ...link.values }
    await queueMail(context, { kind: 'accounts.password-reset', to: email, person: account?.id ?? newId(), language, values })
  },
})
