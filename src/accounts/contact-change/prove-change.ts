import { operation, type OperationContext, query } from '../../platform/operation.ts'
import type { Account } from '../account.ts'
import { findAccountByEmail, lockAccount } from '../account-store.ts'
import { contactHash, contactHashes } from '../contact-points/contact-point.ts'
import { markFormerRemoved } from '../contact-points/contact-point-store.ts'
import { emailHash, emailHashes } from '../email-address.ts'
import { endSessionsOf } from '../sessions/session-store.ts'
import { isSettled } from './ask-change.ts'
import { type ContactChange, type ChangedContact, openSide, sealSide, tokenHashes } from './contact-change.ts'
import { findAsked, isAddressHeld, letGiveWay, lockAsked, recordChange } from './contact-change-store.ts'
import { makeChange } from './make-change.ts'
import { type OwnAddresses, ownAddressesOf } from './own-addresses.ts'

/** What a mailed link would change, for the account that asked; null for every other and for a link that is dead. */
export const changeToProve = query({
  name: 'accounts.contact-change-to-prove',
  gate: true,
  allow: (actor, _input: { token: string }) => actor.kind === 'account',
  async run({ tx, actor, now, services }, { token }): Promise<{ what: ChangedContact } | null> {
    const change = await findAsked(tx, tokenHashes(services.keys, token), now)
    return change?.account === actor.id ? { what: change.what as ChangedContact } : null
  },
})

/**
 * **Confirm email address**: the new address is proven and takes the place of the old one. Only the account that asked,
 * signed in, can do it: who mistyped the address loses nothing to the stranger who gets the mail.
 */
export const proveChange = operation({
  name: 'accounts.prove-contact-change',
  gate: true,
  allow: (actor, _input: { token: string }) => actor.kind === 'account' && actor.sessionId !== null,
  limits: [{ name: 'accounts.prove-contact-change', most: 60, withinSeconds: 3600, of: ({ actor }) => actor.id }],
  refusals: ['link-not-usable'],
  async run(context, { token }) {
    const { tx, actor, now, services, refuse, audit } = context
    const hashes = tokenHashes(services.keys, token)
    const found = await findAsked(tx, hashes, now)
    if (found?.account !== actor.id) return refuse('link-not-usable')
    // The account before the change, as everywhere: of two links proven at once the second sees what the first made.
    const account = await lockAccount(tx, found.account)
    const change = await lockAsked(tx, hashes, now)
    if (!change) return refuse('link-not-usable')
    audit({ account: account.id, subject: `change:${change.id}`, detail: { what: change.what } })
    const own = await ownAddressesOf(context, account)
    if (!(await make(context, account, change, own))) return refuse('link-not-usable')
    await endSessionsOf(tx, account.id, 'signed-out-elsewhere', now, actor.sessionId as string)
    return { what: change.what as ChangedContact }
  },
})

async function make(context: OperationContext, account: Account, change: ContactChange, own: OwnAddresses): Promise<boolean> {
  const { tx, now, services } = context
  const { keys } = services
  const address = openSide(keys, change, 'new') as string
  if (address === own.userName || address === own.recovery) return false
  const isUserName = change.what === 'user-name'
  if (isUserName && !(await isFree(context, account, address))) return false
  const old = isUserName ? own.userName : own.recovery
  if (old !== null)
    await recordChange(tx, change.id, {
      old_hash: isUserName ? emailHash(keys, old) : contactHash(keys, old),
      old_sealed: sealSide(keys, change, 'old', old),
    })
  await markFormerRemoved(tx, account.id, contactHashes(keys, address), now)
  const what = change.what as ChangedContact
  return makeChange(context, account, { id: change.id, key_id: change.key_id, what, old, new: address })
}

async function isFree({ tx, now, services }: OperationContext, account: Account, address: string): Promise<boolean> {
  const hashes = emailHashes(services.keys, address)
  if (await isAddressHeld(tx, { hashes, at: now, exceptBy: account.id })) return false
  if (isSettled(await findAccountByEmail(tx, hashes))) return false
  await letGiveWay(tx, hashes)
  return true
}
