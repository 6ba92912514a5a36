import { operation, type OperationContext } from '../../platform/operation.ts'
import type { AssertionAnswer } from '../../platform/passkeys/index.ts'
import { failedSignIns } from '../sign-in/failed-sign-ins.ts'
import { lockSession } from '../sessions/session-store.ts'
import { type CeremonyPurpose, readTicket } from './ceremony.ts'
import { findPasskeyByCredential, takeChallenge } from './passkey-store.ts'

export interface PasskeyAnswered {
  purpose: Exclude<CeremonyPurpose, 'register'>
  ticket: string
  boundTo: string
  /** Null: what came was no answer; it spends its challenge all the same. */
  answer: AssertionAnswer | null
}

/** Whose passkey it has to be: at a sign-in anybody's; else that of the session's account, signed in or resetting. */
async function sessionThatAsks({ tx, actor }: Pick<OperationContext, 'tx' | 'actor'>) {
  const session = actor.sessionId ? await lockSession(tx, actor.sessionId) : undefined
  return session?.stage === 'full' || session?.stage === 'resetting' ? session : undefined
}

/**
 * Counts the try and takes the challenge, committed before anything is verified: a right answer works once, a wrong one
 * cannot be mended. Whose passkey it is, is found by its id alone: 128 random bits or more, so that an unknown id tells
 * nobody anything and costs less work than a known one without harm. Where it is to be the session's own, another's is
 * not found, and its owner's record says nothing of it.
 */
export const tryPasskey = operation({
  name: 'accounts.try-passkey',
  gate: true,
  allow: (actor, { purpose }: PasskeyAnswered) => purpose === 'sign-in' || actor.sessionId !== null,
  limits: failedSignIns.map((limit) => ({ ...limit, failuresOnly: false })),
  refusals: ['passkey-refused'],
  async run(context, { purpose, ticket, boundTo, answer }) {
    const { tx, now, services, refuse, audit } = context
    const ceremony = readTicket(services.keys, now, ticket, { purpose, boundTo })
    if (!ceremony) return refuse('passkey-refused')
    const session = purpose === 'sign-in' ? null : await sessionThatAsks(context)
    if (session === undefined) return refuse('passkey-refused')
    const account = session?.account ?? null
    const { id, challenge, madeAt } = ceremony
    const taken = { id, purpose, account, session: session?.id ?? null, challenge, made_at: madeAt, taken_at: now }
    if (!(await takeChallenge(tx, taken))) return refuse('passkey-refused')
    const found = answer ? await findPasskeyByCredential(tx, answer.id) : undefined
    const passkey = found && (account === null || found.account === account) ? found : null
    if (passkey) audit({ account: passkey.account, subject: passkey.id })
    return { challenge, passkey, triedAt: now }
  },
})
