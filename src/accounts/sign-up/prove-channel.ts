import { overloaded } from '../../platform/http/answer.ts'
import { procedure } from '../../platform/http/page.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import type { Account, CodeChannel } from '../account.ts'
import { lockAccount, recordFacts } from '../account-store.ts'
import { type FreshBackupCode, freshBackupCode, issueBackupCode } from '../backup-code/issue-backup-code.ts'
import { markPointProven } from '../contact-points/contact-point-store.ts'
import type { Challenge } from '../one-time-password/challenge.ts'
import { redeem } from '../one-time-password/challenge-store.ts'
import { giveSendsBack } from '../one-time-password/send-limits.ts'
import { codeFault, codeFaults, type CodeLook, tryCode } from '../one-time-password/try-code.ts'
import { busySeconds, type Doer } from '../procedure.ts'
import { markAppProven } from '../second-factor/app-store.ts'
import { markSessionProved } from '../sessions/session-store.ts'
import { stepPath } from './steps.ts'

const keepProof = operation({
  name: 'accounts.prove-channel',
  gate: true,
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['no-code'],
  async run(context, { look, backupCode }: { look: CodeLook; backupCode: FreshBackupCode }) {
    const { tx, actor, now, refuse, audit } = context
    const id = actor.id as string
    audit({ account: id })
    const account = await lockAccount(tx, id)
    const challenge = await redeem(tx, actor.sessionId as string, look, now)
    const channel = challenge && (await provenChannel(context, account, challenge, look))
    if (!channel || account.channel_proven_at) return refuse('no-code')
    await giveSendsBack(context, challenge)
    await recordFacts(tx, id, { channel_proven_at: now, code_channel: channel })
    await issueBackupCode(context, id, backupCode)
    await markSessionProved(tx, actor.sessionId as string, challenge.channel, now)
    return { goTo: stepPath('backup-code') }
  },
})

/**
 * A code that came to a phone proves the phone, one that the app made proves the app; a code that came by mail, because
 * text messages are no longer offered, proves neither, and mail is then the way that is kept. Null: the way was taken
 * back meanwhile.
 */
async function provenChannel(
  { tx, now }: Pick<OperationContext, 'tx' | 'now'>,
  account: Account,
  challenge: Challenge,
  look: CodeLook,
): Promise<CodeChannel | null> {
  if (!account.code_channel) return null
  if (challenge.channel === 'app') return look.app && (await markAppProven(tx, look.app, now)) ? 'app' : null
  if (challenge.channel === 'sms' && challenge.phone) await markPointProven(tx, challenge.phone, now)
  return challenge.channel === 'sms' ? (account.code_channel as CodeChannel) : challenge.channel
}

/** The first **Secure One-time Password** proves the channel it came by; the backup code is made with it. */
export const proveChannel = procedure({
  refusals: [...tryCode.refusals, ...keepProof.refusals, ...codeFaults],
  async call(by: Doer, { typed }: { typed: string }) {
    const tried = await by.perform(tryCode, { typed })
    if (!tried.ok) return tried
    if (!tried.output.fits) return { ok: false, refusal: codeFault(tried.output) }
    const backupCode = await freshBackupCode(by.services.passwords)
    return backupCode ? by.perform(keepProof, { look: tried.output, backupCode }) : overloaded(busySeconds)
  },
})

export const channelRecord = keepProof
