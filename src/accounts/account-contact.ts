import type { OperationContext } from '../platform/operation.ts'
import { type AccountType, hasUserName } from './account.ts'
import { findAccount } from './account-store.ts'
import { emailOf } from './email-address.ts'

/** How another domain reaches the person behind an account, and what it may print. */
export interface AccountContact {
  /** The account that stands for the one that was asked for: a merged one leads to the one that was kept. */
  account: string
  email: string
  language: string
  onlineAccountNumber: string | null
  accountType: AccountType | null
  /** Since when the law protects this person: messages then say nothing that another reader would understand. */
  protectedAt: Temporal.Instant | null
}

/**
 * Reads an account under the rights of the caller's transaction: one's own on the portal, any for staff and jobs.
 * Undefined when there is none, it is not theirs to see, it is closed, or nobody has claimed or kept it: then a letter reaches them.
 */
export async function readAccountContact(
  { tx, services }: Pick<OperationContext, 'tx' | 'services'>,
  account: string,
): Promise<AccountContact | undefined> {
  const found = await findAccount(tx, account)
  if (!found || !hasUserName(found) || found.closed_at) return undefined
  return {
    account: found.id,
    email: emailOf(services.keys, found),
    language: found.language,
    onlineAccountNumber: found.online_account_number,
    accountType: found.account_type as AccountType | null,
    protectedAt: found.protected_at,
  }
}
