import { overloaded } from '../../../platform/http/answer.ts'
import { procedure } from '../../../platform/http/page.ts'
import { operation } from '../../../platform/operation.ts'
import { lockAccount } from '../../account-store.ts'
import { markUnusedCodeUsed } from '../../backup-code/backup-code-store.ts'
import { type FreshBackupCode, freshBackupCode, issueBackupCode } from '../../backup-code/issue-backup-code.ts'
import { busySeconds, type Doer } from '../../procedure.ts'
import { hasRecentProof } from '../../sessions/recent-proof.ts'
import { tellEveryAddress } from '../../tell-every-address.ts'

/** A new backup code for who lost the old one, or fears that somebody saw it: the old one opens nothing any more. */
export const replaceBackupCode = operation({
  name: 'accounts.replace-backup-code',
  gate: true,
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['no-recent-proof'],
  async run(context, { fresh }: { fresh: FreshBackupCode }) {
    const { tx, actor, now, refuse, audit } = context
    // Locked, so that of two presses the second replaces the code of the first and no unused one is left beside it.
    const account = await lockAccount(tx, actor.id as string)
    audit({ account: account.id })
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    await markUnusedCodeUsed(tx, account.id, now)
    await issueBackupCode(context, account.id, fresh)
    await tellEveryAddress(context, account, { kind: 'accounts.backup-code-replaced' })
    return undefined
  },
})

export const makeBackupCode = procedure({
  refusals: replaceBackupCode.refusals,
  async call(by: Doer, _input: undefined) {
    const fresh = await freshBackupCode(by.services.passwords)
    return fresh ? by.perform(replaceBackupCode, { fresh }) : overloaded(busySeconds)
  },
})
