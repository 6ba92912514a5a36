import { operation } from '../../platform/operation.ts'
import { getAccount } from '../account-store.ts'
import { hasRecentProof } from '../sessions/recent-proof.ts'
import { tellEveryAddress } from '../tell-every-address.ts'
import { passkeyChanges } from './passkey-changes.ts'
import { lockPasskey, renamePasskeyTo } from './passkey-store.ts'

/** Another name for a passkey: it is how its owner knows it, so that a strange one stands out. */
export const renamePasskey = operation({
  name: 'accounts.rename-passkey',
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  limits: [passkeyChanges],
  refusals: ['proof-not-recent', 'no-passkey'],
  async run(context, { passkey, name }: { passkey: string; name: string }) {
    const { tx, actor, refuse, audit } = context
    const account = actor.id as string
    audit({ account })
    if (!(await hasRecentProof(context))) return refuse('proof-not-recent')
    const stored = await lockPasskey(tx, passkey)
    if (!stored) return refuse('no-passkey')
    audit({ subject: stored.id })
    if (stored.name === name) return
    await renamePasskeyTo(tx, stored.id, name)
    await tellEveryAddress(context, await getAccount(tx, account), { kind: 'accounts.passkey-changed', values: { change: 'renamed' } })
  },
})
