import { operation, query } from '../../platform/operation.ts'
import { lockAccount } from '../account-store.ts'
import { tellEveryAddress } from '../tell-every-address.ts'
import { closingTokenHashes } from './closing.ts'
import { findClosing, lockStandingClosing, markClosingUndone } from './closing-store.ts'

/** What a mailed link would take back; null for one that is dead. Asking changes nothing: a mail scanner may open it. */
export const closingToUndo = query({
  name: 'accounts.closing-to-undo',
  gate: true,
  allow: (_actor, _input: { token: string }) => true,
  async run({ tx, now, services }, { token }): Promise<{ isUndone: boolean; until: Temporal.Instant } | null> {
    const closing = await findClosing(tx, closingTokenHashes(services.keys, token), now)
    return closing ? { isUndone: closing.undone_at !== null, until: closing.undo_until } : null
  },
})

/**
 * **Keep my account**: whoever holds the mailed link takes the closing back, once, within 72 hours. The account is as it
 * was, signed out everywhere, and every address is told.
 */
export const undoClosing = operation({
  name: 'accounts.undo-closing',
  gate: true,
  allow: (_actor, _input: { token: string }) => true,
  limits: [{ name: 'accounts.undo-closing.network', most: 60, withinSeconds: 60, of: ({ request }) => request.network }],
  refusals: ['link-not-usable'],
  async run(context, { token }) {
    const { tx, now, services, refuse, audit } = context
    const found = await findClosing(tx, closingTokenHashes(services.keys, token), now)
    if (!found) return refuse('link-not-usable')
    const account = await lockAccount(tx, found.account)
    audit({ account: account.id, subject: `closing:${found.id}` })
    const closing = await lockStandingClosing(tx, found.id)
    if (!closing || Temporal.Instant.compare(closing.undo_until, now) <= 0) return refuse('link-not-usable')
    await markClosingUndone(tx, closing, now)
    await tellEveryAddress(context, account, { kind: 'accounts.closing-undone' })
  },
})
