import { procedure } from '../../platform/http/page.ts'
import { operation, type Performer } from '../../platform/operation.ts'
import { redeem } from '../one-time-password/challenge-store.ts'
import { giveSendsBack } from '../one-time-password/send-limits.ts'
import { codeFault, codeFaults, type CodeLook, tryCode } from '../one-time-password/try-code.ts'
import type { Doer } from '../procedure.ts'
import { mergeBegunAfter, mergeStanding } from './merge-attempt.ts'
import { lockMergeAttempt, markMergeProven } from './one-person-store.ts'

/** The other account's code was right: both are proven now, by password and second factor each. */
export const keepMergeProof = operation({
  name: 'accounts.prove-other-account',
  gate: true,
  allow: (actor, _input: { look: CodeLook }) => actor.kind === 'account',
  refusals: ['no-code'],
  async run(context, { look }) {
    const { tx, actor, now, refuse, audit } = context
    audit({ account: actor.id as string })
    const attempt = await lockMergeAttempt(tx, actor.id as string, mergeBegunAfter(now))
    if (!attempt) return refuse('no-code')
    const challenge = await redeem(tx, attempt.other_session, look, now)
    if (!challenge) return refuse('no-code')
    await giveSendsBack(context, challenge)
    await markMergeProven(tx, attempt.id, now)
    audit({ account: actor.id as string, detail: { other: attempt.other } })
  },
})

/** The other account's **Secure One-time Password**. */
export const giveOtherCode = procedure({
  refusals: [...tryCode.refusals, ...keepMergeProof.refusals, ...codeFaults],
  async call(by: Doer & Pick<Performer, 'inSession'>, { typed }: { typed: string }) {
    const standing = await by.read(mergeStanding, undefined)
    if (!standing) return { ok: false, refusal: 'no-code' }
    const tried = await by.inSession(standing.otherSession).perform(tryCode, { typed })
    if (!tried.ok) return tried
    if (!tried.output.fits) return { ok: false, refusal: codeFault(tried.output) }
    return by.perform(keepMergeProof, { look: tried.output })
  },
})
