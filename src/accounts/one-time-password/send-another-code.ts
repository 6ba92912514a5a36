import { operation, type OperationContext } from '../../platform/operation.ts'
import type { CodeChannel } from '../account.ts'
import { getAccount } from '../account-store.ts'
import { readFactors } from '../second-factor/factor-store.ts'
import { channelToAsk, type CodeWay, isFromMailbox, openWays } from '../second-factor/ways.ts'
import { lockSession } from '../sessions/session-store.ts'
import { findChallenge } from './challenge-store.ts'
import { sendCode } from './send-code.ts'

type Refusal = 'no-session' | 'too-many-codes' | 'no-such-way'

/** Asks again in this session, by the way it asks now, or by another: the wrong tries stay counted. */
async function askAgain(context: OperationContext<Refusal>, wished?: CodeWay) {
  const { tx, actor, services, refuse, audit } = context
  const session = await lockSession(tx, actor.sessionId as string)
  const challenge = session && (await findChallenge(tx, session.id))
  if (!session || challenge?.answered_at) return refuse('no-session')
  audit({ account: session.account })
  const account = await getAccount(tx, session.account)
  let by: CodeChannel | undefined
  if (account.channel_proven_at === null) {
    // A sign-up proves the way that was chosen; choosing another goes back a step.
    if (wished) return refuse('no-such-way')
  } else {
    const factors = await readFactors(tx, account.id)
    const ways = openWays({ factors, isSmsOffered: services.sms.isOffered, isFromMailbox: isFromMailbox(session.stage) })
    if (wished && !ways.includes(wished)) return refuse('no-such-way')
    by = channelToAsk(ways, account, wished ?? challenge?.channel)
    if (!by) return refuse('no-such-way')
  }
  audit({ detail: { by: by ?? account.code_channel } })
  return (await sendCode(context, account, session.id, by)) ? undefined : refuse('too-many-codes')
}

/** **request a new one-time password**: a new code for the same sign-in, by the way it is asked by now. */
export const sendAnotherCode = operation({
  name: 'accounts.send-another-code',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  refusals: ['no-session', 'too-many-codes', 'no-such-way'],
  run: (context, _input: undefined) => askAgain(context),
})

/** A chosen way that fails gives way to any other that the account has, for the same sign-in and its five tries. */
export const sendCodeBy = operation({
  name: 'accounts.send-code-by',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  refusals: ['no-session', 'too-many-codes', 'no-such-way'],
  run: (context, { way }: { way: CodeWay }) => askAgain(context, way),
})
