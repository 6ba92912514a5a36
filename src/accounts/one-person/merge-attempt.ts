import { query } from '../../platform/operation.ts'
import { getAccount } from '../account-store.ts'
import { emailOf } from '../email-address.ts'
import { findMergeAttempt } from './one-person-store.ts'

/** How long a person may take from the other account's password to the last button. */
export const mergeMinutes = 30

export const mergeBegunAfter = (now: Temporal.Instant): Temporal.Instant => now.subtract({ minutes: mergeMinutes })

/** One of the two accounts as the pages name it: only who has proven both sees this of the other. */
export interface NamedAccount {
  readonly email: string
  readonly onlineAccountNumber: string
}

/** Where a merge stands. Before the other account is proven nothing is told of it. */
export interface MergeStanding {
  /** The session in which the other account's second factor is asked. */
  readonly otherSession: string
  readonly proven: { readonly kept: NamedAccount; readonly other: NamedAccount } | null
}

export const mergeStanding = query({
  name: 'accounts.merge-standing',
  gate: true,
  allow: (actor, _input: undefined) => actor.kind === 'account',
  async run({ tx, actor, now, services }): Promise<MergeStanding | null> {
    const attempt = await findMergeAttempt(tx, actor.id as string, mergeBegunAfter(now))
    if (!attempt) return null
    const named = async (id: string): Promise<NamedAccount> => {
      const account = await getAccount(tx, id)
      return { email: emailOf(services.keys, account), onlineAccountNumber: account.online_account_number ?? '' }
    }
    const proven = attempt.proven_at ? { kept: await named(attempt.kept), other: await named(attempt.other) } : null
    return { otherSession: attempt.other_session, proven }
  },
})
