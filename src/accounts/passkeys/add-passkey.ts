import { procedure } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { type RegisteredPasskey, type RegistrationAnswer, relyingPartyOf, verifyRegistration } from '../../platform/passkeys/index.ts'
import { lockAccount } from '../account-store.ts'
import type { Doer } from '../procedure.ts'
import { hasRecentProof } from '../sessions/recent-proof.ts'
import { tellEveryAddress } from '../tell-every-address.ts'
import { readTicket } from './ceremony.ts'
import { passkeyChanges } from './passkey-changes.ts'
import { insertPasskey, listPasskeys, takeChallenge } from './passkey-store.ts'

/** Enough for every device of a person and their security keys. */
export const passkeysMost = 20

/** Takes the challenge of a new passkey, committed before the answer is looked at. */
export const takeRegistration = operation({
  name: 'accounts.take-passkey-registration',
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  limits: [passkeyChanges],
  refusals: ['proof-not-recent', 'passkey-refused'],
  async run(context, { ticket }: { ticket: string }) {
    const { tx, actor, now, services, refuse, audit } = context
    const [account, session] = [actor.id as string, actor.sessionId as string]
    audit({ account })
    if (!(await hasRecentProof(context))) return refuse('proof-not-recent')
    const ceremony = readTicket(services.keys, now, ticket, { purpose: 'register', boundTo: session })
    if (!ceremony) return refuse('passkey-refused')
    const { id, challenge, madeAt, userHandle } = ceremony
    const taken = { id, purpose: 'register', account, session, challenge, made_at: madeAt, taken_at: now }
    return (await takeChallenge(tx, taken)) ? { challenge, userHandle } : refuse('passkey-refused')
  },
})

interface PasskeyToAdd {
  name: string
  userHandle: string
  /** Null: what came could not be verified. */
  registered: RegisteredPasskey | null
}

/** The passkey is the account's from now on, and every address is told. */
export const addPasskey = operation({
  name: 'accounts.add-passkey',
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['proof-not-recent', 'passkey-refused', 'passkey-known', 'too-many-passkeys'],
  async run(context, { name, userHandle, registered }: PasskeyToAdd) {
    const { tx, actor, now, refuse, audit } = context
    const account = await lockAccount(tx, actor.id as string)
    audit({ account: account.id })
    if (!(await hasRecentProof(context))) return refuse('proof-not-recent')
    if (!registered) return refuse('passkey-refused')
    if ((await listPasskeys(tx, account.id)).length >= passkeysMost) return refuse('too-many-passkeys')
    const id = newId()
    const isNew = await insertPasskey(tx, {
      id,
      account: account.id,
      name,
      credential_id: registered.credentialId,
      public_key: registered.publicKey,
      counter: registered.counter,
      transports: [...registered.transports],
      user_handle: userHandle,
      is_backup_eligible: registered.isBackupEligible,
      is_backed_up: registered.isBackedUp,
      added_at: now,
    })
    if (!isNew) return refuse('passkey-known')
    audit({ subject: id, detail: { synced: registered.isBackedUp } })
    await tellEveryAddress(context, account, { kind: 'accounts.passkey-changed', values: { change: 'added' } })
  },
})

interface PasskeyMade {
  name: string
  ticket: string
  answer: RegistrationAnswer | null
}

/** **Add a passkey**: take the challenge, verify outside any transaction, keep the key. */
export const registerPasskey = procedure({
  refusals: addPasskey.refusals,
  async call(by: Doer, { name, ticket, answer }: PasskeyMade) {
    const party = relyingPartyOf(by.services.publicUrl)
    const taken = await by.perform(takeRegistration, { ticket })
    if (!taken.ok) return taken
    const { challenge, userHandle } = taken.output
    const registered = party && answer ? await verifyRegistration(party, challenge, answer) : null
    return by.perform(addPasskey, { name, userHandle, registered })
  },
})
