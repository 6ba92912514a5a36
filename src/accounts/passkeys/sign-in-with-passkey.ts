import { procedure } from '../../platform/http/page.ts'
import { operation } from '../../platform/operation.ts'
import type { AssertionAnswer } from '../../platform/passkeys/index.ts'
import { getAccount } from '../account-store.ts'
import type { Doer } from '../procedure.ts'
import { enter } from '../sign-in/enter.ts'
import { type PasskeyUsed, passkeyRefusals, throughPasskey, usePasskey } from './use-passkey.ts'

interface Used extends PasskeyUsed {
  next: string | undefined
}

/** A passkey opens a full session by itself: something the person has, unlocked by what they are or know. */
export const signInWithPasskey = operation({
  name: 'accounts.sign-in-with-passkey',
  gate: true,
  allow: (_actor, _input: Used) => true,
  refusals: passkeyRefusals,
  async run(context, input) {
    const about = input.passkey ? { account: input.passkey.account, subject: input.passkey.id } : {}
    context.audit({ ...about, detail: { factor: 'passkey' } })
    const used = await usePasskey(context, input)
    if ('refused' in used) return used
    const account = await getAccount(context.tx, used.account)
    if (account.closed_at) return context.refuse('passkey-refused')
    return enter(context, account, 'passkey', input.next)
  },
})

export interface PasskeyPosted {
  ticket: string
  boundTo: string
  answer: AssertionAnswer | null
  next: string | undefined
}

/** **Sign in with a passkey**: no password, no code. */
export const givePasskey = procedure({
  refusals: ['passkey-refused'],
  call: (by: Doer, { next, ...posted }: PasskeyPosted) =>
    throughPasskey(by, { purpose: 'sign-in', ...posted }, (used) => by.perform(signInWithPasskey, { ...used, next })),
})
