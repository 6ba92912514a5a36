import { type Account, mustChoosePassword } from '../account.ts'

/**
 * What stands against merging `other` into `kept`; null where nothing does. An account that is not finished has nothing
 * to bring, one that is merged or closed is nobody's, one that waits for a new password is shut; a representative's work is kept apart from what they file for
 * themselves.
 */
export function acceptableOther(kept: Account, other: Account): 'email-or-password-wrong' | 'types-differ' | null {
  if (!other.completed_at || other.retired_at || other.closed_at || mustChoosePassword(other)) return 'email-or-password-wrong'
  return kept.account_type === other.account_type ? null : 'types-differ'
}
