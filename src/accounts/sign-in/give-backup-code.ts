import { overloaded } from '../../platform/http/answer.ts'
import { procedure } from '../../platform/http/page.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { operation } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { getAccount } from '../account-store.ts'
import { findUnusedCode, markCodeUsed } from '../backup-code/backup-code-store.ts'
import { type FreshBackupCode, freshBackupCode, issueBackupCode } from '../backup-code/issue-backup-code.ts'
import { emailOf } from '../email-address.ts'
import { triesMost } from '../one-time-password/challenge.ts'
import { lockChallenge, recordTry } from '../one-time-password/challenge-store.ts'
import { busySeconds, type Doer } from '../procedure.ts'
import { lockSession } from '../sessions/session-store.ts'
import { enter } from './enter.ts'

/** Counts a backup code among the five tries of this sign-in, and finds what to compare it with. */
export const tryBackupCode = operation({
  name: 'accounts.try-backup-code',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  refusals: ['no-code', 'tries-used'],
  async run({ tx, actor, refuse, audit }, _input: undefined) {
    const challenge = await lockChallenge(tx, actor.sessionId as string)
    if (!challenge || challenge.answered_at) return refuse('no-code')
    audit({ account: challenge.account })
    if (challenge.tries >= triesMost) return refuse('tries-used')
    await recordTry(tx, challenge.id)
    return (await findUnusedCode(tx, challenge.account)) ?? null
  },
})

interface BackupCodeLookedAt {
  /** The code that what was typed fits; null for a wrong one, which is on record like a right one. */
  used: string | null
  fresh: FreshBackupCode | null
}

/** The backup code signs in wholly and once; the next one is made with it, and the mailbox is told. */
export const signInWithBackupCode = operation({
  name: 'accounts.sign-in-with-backup-code',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  refusals: ['no-code', 'code-wrong'],
  async run(context, { used, fresh }: BackupCodeLookedAt) {
    const { tx, actor, now, services, refuse, audit } = context
    const session = await lockSession(tx, actor.sessionId as string)
    if (session?.stage !== 'password-given') return refuse('no-code')
    audit({ account: session.account, detail: { factor: 'backup-code' } })
    if (!used || !fresh) return refuse('code-wrong')
    if (!(await markCodeUsed(tx, used, now))) return refuse('no-code')
    await issueBackupCode(context, session.account, fresh)
    const account = await getAccount(tx, session.account)
    await queueMail(context, {
      kind: 'accounts.backup-code-used',
      to: emailOf(services.keys, account),
      person: account.id,
      language: account.language,
    })
    return enter(context, account, 'backup-code', paths.newBackupCode())
  },
})

const wrongCode: BackupCodeLookedAt = { used: null, fresh: null }

/** **Backup code** in place of a one-time password. */
export const giveBackupCode = procedure({
  refusals: [...tryBackupCode.refusals, ...signInWithBackupCode.refusals],
  async call(by: Doer, { code }: { code: string }) {
    const { passwords } = by.services
    const tried = await by.perform(tryBackupCode, undefined)
    if (!tried.ok) return tried
    const unused = tried.output
    if (!unused) return by.perform(signInWithBackupCode, wrongCode)
    const compared = await passwords.verifyPassword(code, unused.hash)
    if (!('matches' in compared)) return overloaded(busySeconds)
    if (!compared.matches) return by.perform(signInWithBackupCode, wrongCode)
    const fresh = await freshBackupCode(passwords)
    return fresh ? by.perform(signInWithBackupCode, { used: unused.id, fresh }) : overloaded(busySeconds)
  },
})
