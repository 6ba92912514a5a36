import { hashCandidates } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { isLinkToken } from '../../platform/crypto/link-token.ts'
import { operation, query } from '../../platform/operation.ts'
import { lockAccount } from '../account-store.ts'
import { tellEveryAddress } from '../tell-every-address.ts'
import { findUsableNotMeLink, lockUsableNotMeLink } from './not-me-link-store.ts'
import { shutAccount } from './shut-account.ts'

const hashesOf = (keys: Keys, token: string) => hashCandidates(keys, 'link-token', isLinkToken(token) ? token : '')

/** Whether a mailed “this was not me” can still be used. Asking changes nothing: a mail scanner may open it. */
export const isNotMeLinkUsable = query({
  name: 'accounts.is-not-me-link-usable',
  gate: true,
  allow: () => true,
  run: async ({ tx, now, services }, { token }: { token: string }) =>
    (await findUsableNotMeLink(tx, hashesOf(services.keys, token), now)) !== undefined,
})

/**
 * **This was not me**, by who holds a mailbox of the account: whoever is signed in is signed out, no browser is known
 * any longer, and nothing opens the account until a new password was chosen through Forgot your password. Nobody
 * without the mailed link can do this to an owner, and it gives its user no right.
 */
export const sayNotMe = operation({
  name: 'accounts.not-me',
  gate: true,
  allow: (_actor, _link: { token: string }) => true,
  limits: [{ name: 'accounts.not-me.network', most: 60, withinSeconds: 60, of: ({ request }) => request.network }],
  refusals: ['link-not-usable'],
  async run(context, { token }) {
    const { tx, now, services, refuse, audit } = context
    const link = await lockUsableNotMeLink(tx, hashesOf(services.keys, token), now)
    if (!link) return refuse('link-not-usable')
    audit({ account: link.account, subject: `visit:${link.visit}` })
    const account = await lockAccount(tx, link.account)
    await shutAccount(context, account.id)
    await tellEveryAddress(context, account, { kind: 'accounts.not-me' })
  },
})
