import { hashCandidates } from '../../platform/crypto/keyed-hash.ts'
import { isLinkToken } from '../../platform/crypto/link-token.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { operation, query } from '../../platform/operation.ts'
import { lockAccount, recordFacts } from '../account-store.ts'
import { sendCode } from '../one-time-password/send-code.ts'
import { openSession } from '../sessions/open-session.ts'
import { findUsableLink, lockUsableLink, markLinkSpent } from './link-store.ts'
import { nextStep, stepPath } from './steps.ts'

/** The hash a mailed token is looked up by; a text that cannot be one is looked up as nothing, at the same cost. */
const hashesOf = (keys: Keys, token: string) => hashCandidates(keys, 'link-token', isLinkToken(token) ? token : '')

/** Whether a mailed link can still be used. Asking changes nothing: a mail scanner may open it. */
export const isLinkUsable = query({
  name: 'accounts.is-link-usable',
  gate: true,
  allow: () => true,
  run: async ({ tx, now, services }, { token }: { token: string }) =>
    (await findUsableLink(tx, hashesOf(services.keys, token), now)) !== undefined,
})

/** **Confirm email address**: spends the link, and goes on at the next undone step, on whatever device this is. */
export const confirmEmail = operation({
  name: 'accounts.confirm-email',
  gate: true,
  allow: (_actor, _link: { token: string }) => true,
  limits: [{ name: 'accounts.confirm-email.network', most: 60, withinSeconds: 60, of: ({ request }) => request.network }],
  refusals: ['link-not-usable'],
  async run(context, { token }) {
    const { tx, now, services, refuse, audit } = context
    const link = await lockUsableLink(tx, hashesOf(services.keys, token), now)
    if (!link) return refuse('link-not-usable')
    audit({ account: link.account, subject: `link:${link.id}` })
    await markLinkSpent(tx, link.id, now)
    const found = await lockAccount(tx, link.account)
    // Finished meanwhile in another browser: from there on only a sign-in opens it.
    if (found.completed_at) return refuse('link-not-usable')
    const account = { ...found, email_confirmed_at: found.email_confirmed_at ?? now }
    await recordFacts(tx, account.id, { email_confirmed_at: account.email_confirmed_at })
    const session = await openSession(context, { account: account.id, stage: 'sign-up' })
    const next = nextStep(account, services.agency)
    if (next === 'verification-code') await sendCode(context, account, session.id)
    return { secret: session.secret, goTo: stepPath(next) }
  },
})
