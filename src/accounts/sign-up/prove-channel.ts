import { overloaded } from '../../platform/http/answer.ts'
import { procedure } from '../../platform/http/page.ts'
import { operation } from '../../platform/operation.ts'
import { lockAccount, recordFacts } from '../account-store.ts'
import { type FreshBackupCode, freshBackupCode, issueBackupCode } from '../backup-code/issue-backup-code.ts'
import { redeem } from '../one-time-password/challenge-store.ts'
import { giveSendBack } from '../one-time-password/send-code.ts'
import { tryCode } from '../one-time-password/try-code.ts'
import { busySeconds, type Doer } from '../procedure.ts'
import { markSessionProved } from '../sessions/session-store.ts'
import { stepPath } from './steps.ts'

const keepProof = operation({
  name: 'accounts.prove-channel',
  gate: true,
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['no-code'],
  async run(context, { send, backupCode }: { send: number; backupCode: FreshBackupCode }) {
    const { tx, actor, now, refuse, audit } = context
    const id = actor.id as string
    audit({ account: id })
    const account = await lockAccount(tx, id)
    const challenge = await redeem(tx, actor.sessionId as string, send, now)
    if (!challenge || account.channel_proven_at) return refuse('no-code')
    await giveSendBack(context, challenge)
    await recordFacts(tx, id, { channel_proven_at: now })
    await issueBackupCode(context, id, backupCode)
    await markSessionProved(tx, actor.sessionId as string, challenge.channel, now)
    return { goTo: stepPath('backup-code') }
  },
})

/** The first **Secure One-time Password** proves the channel it came by; the backup code is made with it. */
export const proveChannel = procedure({
  refusals: [...tryCode.refusals, ...keepProof.refusals, 'code-wrong'],
  async call(by: Doer, { typed }: { typed: string }) {
    const tried = await by.perform(tryCode, { typed })
    if (!tried.ok) return tried
    if (!tried.output.fits) return { ok: false, refusal: 'code-wrong' }
    const backupCode = await freshBackupCode(by.services.passwords)
    return backupCode ? by.perform(keepProof, { send: tried.output.send, backupCode }) : overloaded(busySeconds)
  },
})

export const channelRecord = keepProof
