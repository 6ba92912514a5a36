import { procedure } from '../../platform/http/page.ts'
import { operation } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { lockAskedAccount, redeem } from '../one-time-password/challenge-store.ts'
import { giveSendsBack } from '../one-time-password/send-limits.ts'
import { codeFault, codeFaults, type CodeLook, tryCode } from '../one-time-password/try-code.ts'
import type { Doer } from '../procedure.ts'
import { openSession } from '../sessions/open-session.ts'
import { ownPath } from '../sessions/own-path.ts'
import { lockSession } from '../sessions/session-store.ts'

/** Step-up: a fresh factor in a session that is signed in already. The twelve hours go on counting. */
export const proveAgain = operation({
  name: 'accounts.prove-again',
  gate: true,
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['no-code'],
  async run(context, { look, next }: { look: CodeLook; next: string | undefined }) {
    const { tx, actor, now, refuse, audit } = context
    // Before the challenge, as everywhere: a session is opened under a lock of its account.
    const [, session] = await Promise.all([lockAskedAccount(tx, actor.sessionId as string), lockSession(tx, actor.sessionId as string)])
    if (session?.stage !== 'full') return refuse('no-code')
    audit({ account: session.account })
    const challenge = await redeem(tx, session.id, look, now)
    if (!challenge) return refuse('no-code')
    audit({ detail: { factor: challenge.channel } })
    await giveSendsBack(context, challenge)
    const { account, ends_at: endsAt } = session
    const { secret } = await openSession(context, { account, stage: 'full', provedAt: now, provedBy: challenge.channel, endsAt })
    return { secret, goTo: ownPath(next) ?? paths.account() }
  },
})

export const giveCodeAgain = procedure({
  refusals: [...tryCode.refusals, ...proveAgain.refusals, ...codeFaults],
  async call(by: Doer, { typed, next }: { typed: string; next: string | undefined }) {
    const tried = await by.perform(tryCode, { typed })
    if (!tried.ok) return tried
    if (!tried.output.fits) return { ok: false, refusal: codeFault(tried.output) }
    return by.perform(proveAgain, { look: tried.output, next })
  },
})
