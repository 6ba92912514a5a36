import { procedure } from '../../platform/http/page.ts'
import { operation } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import type { Doer } from '../procedure.ts'
import { openSession } from '../sessions/open-session.ts'
import { ownPath } from '../sessions/own-path.ts'
import { lockSession } from '../sessions/session-store.ts'
import type { PasskeyPosted } from './sign-in-with-passkey.ts'
import { type PasskeyUsed, passkeyRefusals, throughPasskey, usePasskey } from './use-passkey.ts'

/** Step-up with a passkey of the account that is signed in. The twelve hours go on counting. */
export const proveWithPasskey = operation({
  name: 'accounts.prove-with-passkey',
  gate: true,
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: passkeyRefusals,
  async run(context, { next, ...used }: PasskeyUsed & { next: string | undefined }) {
    const { tx, actor, now, refuse, audit } = context
    const session = await lockSession(tx, actor.sessionId as string)
    if (session?.stage !== 'full') return refuse('passkey-refused')
    audit({ account: session.account, ...(used.passkey ? { subject: used.passkey.id } : {}), detail: { factor: 'passkey' } })
    const accepted = await usePasskey(context, used)
    if ('refused' in accepted) return accepted
    const { account, ends_at: endsAt } = session
    const { secret } = await openSession(context, { account, stage: 'full', provedAt: now, provedBy: 'passkey', endsAt })
    return { secret, goTo: ownPath(next) ?? paths.account() }
  },
})

export const givePasskeyAgain = procedure({
  refusals: ['passkey-refused'],
  call: (by: Doer, { next, ...posted }: PasskeyPosted) =>
    throughPasskey(by, { purpose: 'prove-again', ...posted }, (used) => by.perform(proveWithPasskey, { ...used, next })),
})
