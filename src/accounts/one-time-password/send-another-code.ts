import { operation } from '../../platform/operation.ts'
import { getAccount } from '../account-store.ts'
import { lockSession } from '../sessions/session-store.ts'
import { findChallenge } from './challenge-store.ts'
import { sendCode } from './send-code.ts'

/** **request a new one-time password**: a new code for the same sign-in; the wrong tries stay counted. */
export const sendAnotherCode = operation({
  name: 'accounts.send-another-code',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  refusals: ['no-session', 'too-many-codes'],
  async run(context, _input: undefined) {
    const { tx, actor, refuse, audit } = context
    const session = await lockSession(tx, actor.sessionId as string)
    const challenge = session && (await findChallenge(tx, session.id))
    if (!session || challenge?.answered_at) return refuse('no-session')
    audit({ account: session.account })
    const isSent = await sendCode(context, await getAccount(tx, session.account), session.id)
    return isSent ? undefined : refuse('too-many-codes')
  },
})
