import { operation } from '../../platform/operation.ts'
import { getAccount } from '../account-store.ts'
import { tellEveryAddress } from '../tell-every-address.ts'
import { lockPasskey } from './passkey-store.ts'

/**
 * A passkey signed rightly and counted wrongly: it was refused, and its owner learns that there may be a copy, once a
 * day. It is not taken away: which of the two is the copy only the owner can say, and they must not be locked out by it.
 */
export const tellOfCopiedPasskey = operation({
  name: 'accounts.tell-of-copied-passkey',
  gate: true,
  allow: (_actor, _input: { passkey: string }) => true,
  limits: [{ name: 'accounts.copied-passkey', most: 1, withinSeconds: 86_400, of: ({ input }) => input.passkey }],
  refusals: ['no-passkey'],
  async run(context, { passkey }) {
    const stored = await lockPasskey(context.tx, passkey)
    if (!stored) return context.refuse('no-passkey')
    context.audit({ account: stored.account, subject: stored.id })
    await tellEveryAddress(context, await getAccount(context.tx, stored.account), { kind: 'accounts.passkey-copied' })
  },
})
