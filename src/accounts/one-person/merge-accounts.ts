import { operation, type OperationContext } from '../../platform/operation.ts'
import type { Account } from '../account.ts'
import { lockAccount, recordFacts } from '../account-store.ts'
import { lockSession } from '../sessions/session-store.ts'
import { tellEveryAddress } from '../tell-every-address.ts'
import { acceptableOther } from './acceptable-other.ts'
import { mergeBegunAfter } from './merge-attempt.ts'
import { lockMergeAttempt, markMergeDone, retireAccount } from './one-person-store.ts'

/** Always in the order of their ids, so that two merges at once wait for each other and never stand still. */
async function lockBoth({ tx }: Pick<OperationContext, 'tx'>, ids: readonly [string, string]): Promise<Map<string, Account>> {
  const locked = new Map<string, Account>()
  for (const id of ids.toSorted()) locked.set(id, await lockAccount(tx, id))
  return locked
}

/**
 * **Merge the two accounts**: one forwarding row. The kept account is the one that is signed in; the other's number
 * leads to it for ever, its sign-in and its sessions end, and its cases, drafts and files are seen from the kept one.
 * Every address of both is told. Pressed twice it happens once.
 */
export const mergeAccounts = operation({
  name: 'accounts.merge',
  gate: true,
  allow: (actor) => actor.kind === 'account',
  refusals: ['not-proven', 'no-longer-possible'],
  async run(context, _input: undefined) {
    const { tx, actor, now, refuse, audit } = context
    const attempt = await lockMergeAttempt(tx, actor.id as string, mergeBegunAfter(now))
    audit({ account: actor.id as string })
    if (!attempt?.proven_at) return refuse('not-proven')
    audit({ account: attempt.kept, subject: `account:${attempt.other}` })
    const locked = await lockBoth(context, [attempt.kept, attempt.other])
    const [kept, other] = [locked.get(attempt.kept) as Account, locked.get(attempt.other) as Account]
    if (kept.retired_at || kept.closed_at || acceptableOther(kept, other)) return refuse('no-longer-possible')
    // Whoever was signed out of the other account since has shown nothing any more: its owner shut them out.
    if (!(await lockSession(tx, attempt.other_session))) return refuse('not-proven')
    // Told before anything is taken away: afterwards the other account has no addresses.
    await tellEveryAddress(context, other, { kind: 'accounts.merged', values: { side: 'retired' } })
    await tellEveryAddress(context, kept, { kind: 'accounts.merged', values: { side: 'kept' } })
    await markMergeDone(tx, attempt.id, now)
    await retireAccount(tx, { retired: other.id, kept: kept.id, cause: 'merged', at: now })
    // Who is protected under one account is protected as a person.
    if (other.protected_at && !kept.protected_at) await recordFacts(tx, kept.id, { protected_at: other.protected_at })
    return { retiredNumber: other.online_account_number ?? '' }
  },
})
