import { overloaded } from '../../platform/http/answer.ts'
import { procedure } from '../../platform/http/page.ts'
import { operation, type OperationContext, query } from '../../platform/operation.ts'
import { getAccount, recordFacts } from '../account-store.ts'
import { markCodeUsed, markUnusedCodeUsed } from '../backup-code/backup-code-store.ts'
import { type FreshBackupCode, freshBackupCode, issueBackupCode } from '../backup-code/issue-backup-code.ts'
import { emailHash, emailOf } from '../email-address.ts'
import { busySeconds, type Doer } from '../procedure.ts'
import { endSessionsOf, lockSession } from '../sessions/session-store.ts'
import { clearPasswordTries } from '../sign-in/password-try-store.ts'
import { tellEveryAddress } from '../tell-every-address.ts'
import { endRecovery } from './request/end-recovery.ts'
import { finishRecovery } from './request/finish-recovery.ts'
import { resetFactsOf } from './reset-facts.ts'
import { getPasswordHash, replacePassword } from './reset-secret-store.ts'
import { findResetOf, killResets, lockResetOf, type OpenReset, recordReset } from './reset-store.ts'
import { isEnough } from './reset-way.ts'

/** The hash the new password must not fit, once enough was shown; null before. */
const passwordBefore = query({
  name: 'accounts.password-before-reset',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  async run(context, _input: undefined) {
    const reset = await findResetOf(context.tx, context.actor.sessionId as string)
    if (!reset || reset.done_at || !isEnough(await resetFactsOf(context, reset))) return null
    const hash = await getPasswordHash(context.tx, reset.account)
    return hash ? { hash, needsBackupCode: makesBackupCode(reset) } : null
  },
})

/** A code that was used up, or may be lost with the rest, is replaced. */
const makesBackupCode = ({ backup_code, recovery }: OpenReset) => backup_code !== null || recovery !== null

interface NewPassword {
  hash: string
  /** Issued in place of the backup code that was used up or given up for lost; null where the person keeps theirs. */
  backupCode: FreshBackupCode | null
}

/**
 * Sets the new password and ends every session of the account; every address is told. Where a backup code was used up
 * the session of the reset stays, for nothing but to show the new one.
 */
export const finishReset = operation({
  name: 'accounts.finish-reset',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  refusals: ['reset-elsewhere', 'backup-code-gone'],
  async run(context, { hash, backupCode }: NewPassword) {
    const { tx, actor, now, refuse, audit } = context
    const session = await lockSession(tx, actor.sessionId as string)
    const reset = session?.stage === 'resetting' ? await lockResetOf(tx, session.id) : undefined
    if (!reset || !isEnough(await resetFactsOf(context, reset))) return refuse('reset-elsewhere')
    audit({ account: reset.account, subject: `reset:${reset.id}` })
    if (makesBackupCode(reset) && !(await replaceBackupCode(context, reset, backupCode))) return refuse('backup-code-gone')
    await replacePassword(tx, reset.account, hash, now)
    await recordFacts(tx, reset.account, { password_set_at: now })
    await recordReset(tx, reset.id, { done_at: now })
    await killResets(tx, reset.account, now, { except: reset.id })
    const shows = makesBackupCode(reset)
    await endSessionsOf(tx, reset.account, 'password-reset', now, shows ? session?.id : undefined)
    await closeRecovery(context, reset)
    await tellOfReset(context, reset)
    return { showsBackupCode: shows }
  },
})

type Finishing = Pick<OperationContext, 'tx' | 'now' | 'services' | 'request' | 'enqueue' | 'audit'>

/** False when the code was used elsewhere meanwhile. */
async function replaceBackupCode(context: Finishing, { account, backup_code: used }: OpenReset, fresh: FreshBackupCode | null) {
  const { tx, now } = context
  if (!fresh || (used && !(await markCodeUsed(tx, used, now)))) return false
  await markUnusedCodeUsed(tx, account, now)
  await issueBackupCode(context, account, fresh)
  return true
}

/** A reset that shows a factor proves that not all were lost; one that went on with a request ends it as done. */
async function closeRecovery(context: Finishing, { account, recovery }: OpenReset) {
  if (recovery) await finishRecovery(context, await getAccount(context.tx, account), recovery)
  else await endRecovery(context, account, 'reset')
}

async function tellOfReset(context: Finishing, { account: id, recovery }: OpenReset) {
  const account = await getAccount(context.tx, id)
  const { keys } = context.services
  // Who typed wrong passwords until they gave up need not wait now.
  await clearPasswordTries(context.tx, emailHash(keys, emailOf(keys, account)), context.request.network ?? 'unknown')
  const kind = recovery ? 'accounts.recovered' : 'accounts.password-was-reset'
  await tellEveryAddress(context, account, { kind })
}

/** **Choose a new password**: not the old one; hashed outside any transaction. The page has checked it against the rules. */
export const setNewPassword = procedure({
  refusals: [...finishReset.refusals, 'same-password'],
  async call(by: Doer, { password }: { password: string }) {
    const { passwords } = by.services
    const before = await by.read(passwordBefore, undefined)
    if (!before) return { ok: false, refusal: 'reset-elsewhere' }
    const compared = await passwords.verifyPassword(password, before.hash)
    if (!('matches' in compared)) return overloaded(busySeconds)
    if (compared.matches) return { ok: false, refusal: 'same-password' }
    const hashed = await passwords.hashPassword(password)
    const backupCode = before.needsBackupCode ? await freshBackupCode(passwords) : null
    if (!('hash' in hashed) || (before.needsBackupCode && !backupCode)) return overloaded(busySeconds)
    return by.perform(finishReset, { hash: hashed.hash, backupCode })
  },
})
