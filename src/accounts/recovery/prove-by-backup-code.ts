import { overloaded } from '../../platform/http/answer.ts'
import { procedure } from '../../platform/http/page.ts'
import { operation } from '../../platform/operation.ts'
import { findUnusedCode } from '../backup-code/backup-code-store.ts'
import { busySeconds, type Doer } from '../procedure.ts'
import { resetFactsOf } from './reset-facts.ts'
import { lockResetOf, recordReset } from './reset-store.ts'
import { mayTake } from './reset-way.ts'

const backupTriesMost = 5

/** Counts one look at a backup code, committed before it is compared. */
export const tryResetBackupCode = operation({
  name: 'accounts.try-reset-backup-code',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  refusals: ['reset-elsewhere', 'tries-used'],
  async run(context, _input: undefined) {
    const { tx, actor, refuse, audit } = context
    const reset = await lockResetOf(tx, actor.sessionId as string)
    if (!reset || !mayTake('backup-code', await resetFactsOf(context, reset))) return refuse('reset-elsewhere')
    audit({ account: reset.account, subject: `reset:${reset.id}` })
    if (reset.backup_tries >= backupTriesMost) return refuse('tries-used')
    await recordReset(tx, reset.id, { backup_tries: reset.backup_tries + 1 })
    return (await findUnusedCode(tx, reset.account)) ?? null
  },
})

/** The code was right. It is used up only when the new password is set, so that a reset left half-way costs nobody their code. */
export const keepResetBackupCode = operation({
  name: 'accounts.keep-reset-backup-code',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  refusals: ['reset-elsewhere'],
  async run(context, { code }: { code: string }) {
    const { tx, actor, refuse, audit } = context
    const reset = await lockResetOf(tx, actor.sessionId as string)
    if (!reset || !mayTake('backup-code', await resetFactsOf(context, reset))) return refuse('reset-elsewhere')
    audit({ account: reset.account, subject: `reset:${reset.id}` })
    await recordReset(tx, reset.id, { backup_code: code })
    return undefined
  },
})

/** **Backup code** of a reset: in place of a second factor, or beside it for who cannot give two answers. */
export const proveByBackupCode = procedure({
  refusals: [...tryResetBackupCode.refusals, ...keepResetBackupCode.refusals, 'code-wrong'],
  async call(by: Doer, { code }: { code: string }) {
    const tried = await by.perform(tryResetBackupCode, undefined)
    if (!tried.ok) return tried
    const { passwords } = by.services
    const unused = tried.output
    const compared = unused ? await passwords.verifyPassword(code, unused.hash) : await passwords.verifyAgainstNothing(code)
    if (!('matches' in compared)) return overloaded(busySeconds)
    if (!compared.matches || !unused) return { ok: false, refusal: 'code-wrong' }
    return by.perform(keepResetBackupCode, { code: unused.id })
  },
})
