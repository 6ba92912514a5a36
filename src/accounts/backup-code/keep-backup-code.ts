import { operation, query } from '../../platform/operation.ts'
import { getAccount, recordFacts } from '../account-store.ts'
import { findWaitingCode, markCodeKept } from './backup-code-store.ts'
import { shownBackupCode } from './issue-backup-code.ts'

/** The backup code that waits to be kept, as it is shown; null when none does. */
export const waitingBackupCode = query({
  name: 'accounts.waiting-backup-code',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, actor, services }, _input: undefined): Promise<string | null> {
    const account = actor.id as string
    const waiting = await findWaitingCode(tx, account)
    return waiting?.sealed ? shownBackupCode(services.keys, account, { id: waiting.id, sealed: waiting.sealed }) : null
  },
})

/** **Proceed**: the person has the code; what could show it again is gone. */
export const keepBackupCode = operation({
  name: 'accounts.keep-backup-code',
  allow: (actor) => actor.kind === 'account',
  refusals: ['no-code-waiting'],
  async run({ tx, actor, now, refuse, audit }, _input: undefined) {
    const id = actor.id as string
    audit({ account: id })
    if (!(await markCodeKept(tx, id, now))) return refuse('no-code-waiting')
    const { backup_code_kept_at: keptBefore } = await getAccount(tx, id)
    if (!keptBefore) await recordFacts(tx, id, { backup_code_kept_at: now })
  },
})
