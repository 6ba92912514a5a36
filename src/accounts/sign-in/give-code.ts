import { procedure } from '../../platform/http/page.ts'
import { operation } from '../../platform/operation.ts'
import { lockAskedAccount, redeem } from '../one-time-password/challenge-store.ts'
import { giveSendsBack } from '../one-time-password/send-limits.ts'
import { codeFault, codeFaults, type CodeLook, tryCode } from '../one-time-password/try-code.ts'
import type { Doer } from '../procedure.ts'
import { lockSession } from '../sessions/session-store.ts'
import { enter } from './enter.ts'

interface CodeTyped {
  typed: string
  next: string | undefined
}

/** A right code after a right password: the account is signed in, under a new session id. */
export const signIn = operation({
  name: 'accounts.sign-in',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  refusals: ['no-code'],
  async run(context, { look, next }: { look: CodeLook; next: string | undefined }) {
    const { tx, actor, now, refuse, audit } = context
    const id = actor.sessionId as string
    // In one breath: where the session is not what it must be, the refusal gives the challenge back. The account before the
    // challenge, as everywhere: who tries a code of it at this moment holds them in that order.
    const looks = [lockAskedAccount(tx, id), lockSession(tx, id), redeem(tx, id, look, now)] as const
    const [account, session, challenge] = await Promise.all(looks)
    if (session?.stage !== 'password-given' || !account) return refuse('no-code')
    audit({ account: account.id })
    if (!challenge) return refuse('no-code')
    const given = giveSendsBack(context, challenge)
    const [entered] = await Promise.all([enter(context, account, challenge.channel, next), given])
    return entered
  },
})

/** **Secure One-time Password** at sign-in: one look, counted, then the door. */
export const giveCode = procedure({
  refusals: [...tryCode.refusals, ...signIn.refusals, ...codeFaults],
  async call(by: Doer, { typed, next }: CodeTyped) {
    const tried = await by.perform(tryCode, { typed })
    if (!tried.ok) return tried
    if (!tried.output.fits) return { ok: false, refusal: codeFault(tried.output) }
    return by.perform(signIn, { look: tried.output, next })
  },
})
