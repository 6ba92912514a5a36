import { query } from '../platform/operation.ts'
import type { AccountType } from './account.ts'
import { getAccount } from './account-store.ts'
import { emailOf } from './email-address.ts'

/** What a person may see of their own account. */
export interface OwnAccount {
  id: string
  email: string
  /** Null until the sign-up is finished. */
  onlineAccountNumber: string | null
  accountType: AccountType | null
  language: string
  /** Null in the middle of a sign-up; agreed to before when terms are new. */
  termsVersion: string | null
}

export const ownAccount = query({
  name: 'accounts.own-account',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, actor, services }, _input: undefined): Promise<OwnAccount> {
    const account = await getAccount(tx, actor.id as string)
    return {
      id: account.id,
      email: emailOf(services.keys, account),
      onlineAccountNumber: account.online_account_number,
      accountType: account.account_type as AccountType | null,
      language: account.language,
      termsVersion: account.terms_version,
    }
  },
})
