import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Account } from '../account.ts'
import { findAccountByEmail, lockAccount } from '../account-store.ts'
import { emailHash, emailHashes } from '../email-address.ts'
import { hasRecentProof } from '../sessions/recent-proof.ts'
import { type ChangedContact, changeTokenHash, sealSide } from './contact-change.ts'
import { dropAsked, insertChange, isAddressHeld } from './contact-change-store.ts'
import { ownAddressesOf } from './own-addresses.ts'

interface Wish {
  email: string
}

const isSignedIn = (actor: Actor, _wish: Wish) => actor.kind === 'account' && actor.sessionId !== null

/** Mail to strangers is not to be had in bulk: few for an account, few for an address. */
const limits = (name: string) => [
  { name: `${name}.account`, most: 10, withinSeconds: 86_400, of: ({ actor }: { actor: Actor }) => actor.id },
  {
    name: `${name}.address`,
    most: 5,
    withinSeconds: 3600,
    of: ({ input, services }: { input: Wish; services: OperationContext['services'] }) =>
      emailHash(services.keys, input.email),
  },
]

/**
 * Asks for another user name. The link goes to the new address; where that is somebody else's, its holder gets a mail
 * that says so in its place, and the page and the work are the same (ASVS V6.3.8).
 */
export const askUserNameChange = operation({
  name: 'accounts.ask-user-name-change',
  gate: true,
  allow: isSignedIn,
  limits: limits('accounts.ask-user-name-change'),
  refusals: ['no-recent-proof', 'same-address', 'is-recovery-address'],
  async run(context, { email }: Wish) {
    const { tx, actor, now, services, refuse } = context
    const account = await lockAccount(tx, actor.id as string)
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    const own = await ownAddressesOf(context, account)
    if (own.userName === email) return refuse('same-address')
    if (own.recovery === email) return refuse('is-recovery-address')
    const hashes = emailHashes(services.keys, email)
    const holder = await findAccountByEmail(tx, hashes)
    const isHeld = await isAddressHeld(tx, { hashes, at: now, exceptBy: account.id })
    await ask(context, account, { what: 'user-name', email, isTaken: isHeld || isSettled(holder) })
  },
})

/** Asks for a recovery address, or for another one. It may be a family member's user name: it names no account. */
export const askRecoveryEmail = operation({
  name: 'accounts.ask-recovery-email',
  gate: true,
  allow: isSignedIn,
  limits: limits('accounts.ask-recovery-email'),
  refusals: ['no-recent-proof', 'same-address', 'is-user-name'],
  async run(context, { email }: Wish) {
    const { tx, actor, refuse } = context
    const account = await lockAccount(tx, actor.id as string)
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    const own = await ownAddressesOf(context, account)
    if (own.recovery === email) return refuse('same-address')
    if (own.userName === email) return refuse('is-user-name')
    await ask(context, account, { what: 'recovery-email', email, isTaken: false })
  },
})

/** An account that is no mere beginning of a sign-up: such a beginning gives way to who proves the mailbox. */
export const isSettled = (account: Account | undefined): boolean =>
  account !== undefined && (account.completed_at !== null || account.online_account_number !== null)

interface Asked {
  what: Exclude<ChangedContact, 'phone'>
  email: string
  isTaken: boolean
}

async function ask(context: OperationContext, account: Account, { what, email, isTaken }: Asked): Promise<void> {
  const { tx, now, services, audit } = context
  const change = { id: newId(), account: account.id, key_id: services.keys.currentId }
  audit({ account: account.id, subject: `change:${change.id}`, detail: { what } })
  await dropAsked(tx, account.id, now, what)
  const proofHash = changeTokenHash(services.keys, change, 'prove')
  await insertChange(tx, {
    ...change,
    what,
    new_sealed: sealSide(services.keys, change, 'new', email),
    proof_hash: isTaken ? null : proofHash,
    asked_at: now,
  })
  await queueMail(context, {
    kind: isTaken ? 'accounts.address-in-use' : 'accounts.prove-email',
    to: email,
    // Nobody's: among the mails that are listed for the person, one that is missing would tell whose address it is.
    person: newId(),
    language: account.language,
    values: { change: change.id, key: change.key_id, what },
  })
}
