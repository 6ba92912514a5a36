import type { OperationContext } from '../platform/operation.ts'
import { type AccountType, hasUserName, type RepresentativeKind, type StoredAccount } from './account.ts'
import { findAccount, findAccountByNumber, findAccounts, recordFacts } from './account-store.ts'
import { emailOf } from './email-address.ts'

/** How another domain reaches the person behind an account, and what it may print. */
export interface AccountContact {
  /** The account that stands for the one that was asked for: a merged one leads to the one that was kept. */
  account: string
  email: string
  language: string
  onlineAccountNumber: string | null
  accountType: AccountType | null
  /** What a representative said they are; null: they are none. */
  representativeKind: RepresentativeKind | null
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
  return found && contactOf(services, found)
}

/** Those of many accounts, by the ids that were asked for; none of whoever `readAccountContact` knows none of. */
export async function readAccountContacts(
  { tx, services }: Pick<OperationContext, 'tx' | 'services'>,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, AccountContact>> {
  const contacts = new Map<string, AccountContact>()
  for (const found of await findAccounts(tx, [...new Set(accounts)])) {
    const contact = contactOf(services, found)
    if (contact) contacts.set(found.asked, contact)
  }
  return contacts
}

function contactOf({ keys }: Pick<OperationContext['services'], 'keys'>, found: StoredAccount): AccountContact | undefined {
  if (!hasUserName(found) || found.closed_at) return undefined
  return {
    account: found.id,
    email: emailOf(keys, found),
    language: found.language,
    onlineAccountNumber: found.online_account_number,
    accountType: found.account_type as AccountType | null,
    representativeKind: found.representative_kind as RepresentativeKind | null,
    protectedAt: found.protected_at,
  }
}

/** The account that has this Online Account Number, or the one it was merged into; null: none has, or it was closed. */
export async function accountByNumber({ tx }: Pick<OperationContext, 'tx'>, onlineAccountNumber: string): Promise<string | null> {
  const found = await findAccountByNumber(tx, onlineAccountNumber)
  return found && !found.closed_at ? found.id : null
}

/** Another kind of representative than they said before: an attorney became accredited, or the other way round. */
export const setRepresentativeKind = ({ tx }: Pick<OperationContext, 'tx'>, account: string, kind: RepresentativeKind): Promise<void> =>
  recordFacts(tx, account, { representative_kind: kind })
