import { procedure } from '../../platform/http/page.ts'
import { operation } from '../../platform/operation.ts'
import { redeem } from '../one-time-password/challenge-store.ts'
import { giveSendsBack } from '../one-time-password/send-limits.ts'
import { codeFault, codeFaults, type CodeLook, tryCode } from '../one-time-password/try-code.ts'
import type { Doer } from '../procedure.ts'
import { resetFactsOf } from './reset-facts.ts'
import { lockResetOf, recordReset } from './reset-store.ts'
import { mayTake } from './reset-way.ts'

/** A right code of the phone or the app: the reset has its second factor. */
export const keepResetCode = operation({
  name: 'accounts.keep-reset-code',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  refusals: ['no-code', 'reset-elsewhere'],
  async run(context, { look }: { look: CodeLook }) {
    const { tx, actor, now, refuse, audit } = context
    const reset = await lockResetOf(tx, actor.sessionId as string)
    if (!reset || !mayTake('code', await resetFactsOf(context, reset))) return refuse('reset-elsewhere')
    audit({ account: reset.account, subject: `reset:${reset.id}` })
    const challenge = await redeem(tx, actor.sessionId as string, look, now)
    // The mailbox got the link: what it also gets is no second factor (NIST SP 800-63B-4, 3.1.3).
    if (challenge?.channel !== 'sms' && challenge?.channel !== 'app') return refuse('no-code')
    await giveSendsBack(context, challenge)
    await recordReset(tx, reset.id, { factor: challenge.channel })
    audit({ detail: { factor: challenge.channel } })
    return undefined
  },
})

/** **Secure One-time Password** of a reset: one look, counted among the five of this session. */
export const proveByCode = procedure({
  refusals: [...tryCode.refusals, ...keepResetCode.refusals, ...codeFaults],
  async call(by: Doer, { typed }: { typed: string }) {
    const tried = await by.perform(tryCode, { typed })
    if (!tried.ok) return tried
    if (!tried.output.fits) return { ok: false, refusal: codeFault(tried.output) }
    return by.perform(keepResetCode, { look: tried.output })
  },
})
