import { operation } from '../../platform/operation.ts'
import { getAccount } from '../account-store.ts'
import { hasRecentProof } from '../sessions/recent-proof.ts'
import { tellEveryAddress } from '../tell-every-address.ts'
import { passkeyChanges } from './passkey-changes.ts'
import { lockPasskey, markPasskeyRemoved } from './passkey-store.ts'

/** The passkey signs nobody in any more. The password and the codes are untouched: nobody can take their last way in. */
export const removePasskey = operation({
  name: 'accounts.remove-passkey',
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  limits: [passkeyChanges],
  refusals: ['proof-not-recent', 'no-passkey'],
  async run(context, { passkey }: { passkey: string }) {
    const { tx, actor, now, refuse, audit } = context
    const account = actor.id as string
    audit({ account })
    if (!(await hasRecentProof(context))) return refuse('proof-not-recent')
    if (!(await lockPasskey(tx, passkey))) return refuse('no-passkey')
    audit({ subject: passkey })
    await markPasskeyRemoved(tx, passkey, now)
    await tellEveryAddress(context, await getAccount(tx, account), { kind: 'accounts.passkey-changed', values: { change: 'removed' } })
  },
})
