import { operation, query } from '../../platform/operation.ts'
import { findWaitingCode, markCodeKept } from '../backup-code/backup-code-store.ts'
import { shownBackupCode } from '../backup-code/issue-backup-code.ts'
import { endSession } from '../sessions/session-store.ts'
import { findResetOf } from './reset-store.ts'

/** The backup code that a finished reset made, as it is shown; null where none waits in this session. */
export const codeAfterReset = query({
  name: 'accounts.code-after-reset',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  async run({ tx, actor, services }, _input: undefined): Promise<string | null> {
    const reset = await findResetOf(tx, actor.sessionId as string)
    const waiting = reset?.done_at ? await findWaitingCode(tx, reset.account) : undefined
    if (!reset || !waiting?.sealed) return null
    return shownBackupCode(services.keys, reset.account, { id: waiting.id, sealed: waiting.sealed })
  },
})

/** **Proceed** after a reset: the code is kept, and with it the reset's own session ends. */
export const keepCodeAfterReset = operation({
  name: 'accounts.keep-code-after-reset',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  refusals: ['no-code-waiting'],
  async run({ tx, actor, now, refuse, audit }, _input: undefined) {
    const reset = await findResetOf(tx, actor.sessionId as string)
    if (!reset?.done_at || !(await markCodeKept(tx, reset.account, now))) return refuse('no-code-waiting')
    audit({ account: reset.account, subject: `reset:${reset.id}` })
    await endSession(tx, actor.sessionId as string, 'password-reset', now)
    return undefined
  },
})
