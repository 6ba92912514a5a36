import { procedure } from '../../platform/http/page.ts'
import { operation } from '../../platform/operation.ts'
import type { PasskeyPosted } from '../passkeys/sign-in-with-passkey.ts'
import { type PasskeyUsed, passkeyRefusals, throughPasskey, usePasskey } from '../passkeys/use-passkey.ts'
import type { Doer } from '../procedure.ts'
import { resetFactsOf } from './reset-facts.ts'
import { lockResetOf, recordReset } from './reset-store.ts'
import { mayTake } from './reset-way.ts'

/** The account's own passkey: the reset has its second factor. */
export const keepResetPasskey = operation({
  name: 'accounts.keep-reset-passkey',
  gate: true,
  allow: (actor, _input: PasskeyUsed) => actor.sessionId !== null,
  refusals: [...passkeyRefusals, 'reset-elsewhere'],
  async run(context, input) {
    const { tx, actor, refuse, audit } = context
    const reset = await lockResetOf(tx, actor.sessionId as string)
    if (!reset || !mayTake('passkey', await resetFactsOf(context, reset))) return refuse('reset-elsewhere')
    audit({ account: reset.account, subject: `reset:${reset.id}`, detail: { factor: 'passkey' } })
    const used = await usePasskey(context, input)
    if ('refused' in used) return used
    await recordReset(tx, reset.id, { factor: 'passkey' })
    return undefined
  },
})

/** **Use a passkey** in a reset, in place of a code. */
export const proveByPasskey = procedure({
  refusals: ['passkey-refused', 'reset-elsewhere'],
  call: (by: Doer, posted: Omit<PasskeyPosted, 'next'>) =>
    throughPasskey(by, { purpose: 'prove-again', ...posted }, (used) => by.perform(keepResetPasskey, used)),
})
