import type { Selectable } from 'kysely'
import type { DB } from '../platform/db/tables.ts'

/** An account as it is stored: one that the agency opened, or one that was closed, has no user name. */
export type StoredAccount = Selectable<DB['accounts.account']>

/** One person's account, with its user name. A step of the sign-up is done when its fact is there. */
export type Account = StoredAccount & { email_hash: string; email_sealed: Buffer }

export const hasUserName = (account: StoredAccount): account is Account => account.email_sealed !== null

export const accountTypes = ['applicant', 'representative'] as const
export type AccountType = (typeof accountTypes)[number]

export const representativeKinds = ['attorney', 'accredited'] as const
export type RepresentativeKind = (typeof representativeKinds)[number]

/** Where one-time passwords come from: mailed, texted, both at once with the same code, or made by the person's own app. */
export type CodeChannel = 'email' | 'sms' | 'email-and-sms' | 'app'

/** In the order in which a person is offered them. */
export const codeChannels = ['email', 'sms', 'email-and-sms', 'app'] as const satisfies readonly CodeChannel[]

/** The channels for which a phone is needed. */
export const textChannels: readonly CodeChannel[] = ['sms', 'email-and-sms']

/** What a complete account may be in other domains: its type is its role. */
export const rolesOf = (account: Pick<Account, 'completed_at' | 'account_type'>): readonly string[] =>
  account.completed_at && account.account_type ? [account.account_type] : []

/** The owner disowned a sign-in and has chosen no password since: the old one opens nothing, nor does any factor. */
export const mustChoosePassword = ({
  password_must_change_at: must,
  password_set_at: set,
}: Pick<Account, 'password_must_change_at' | 'password_set_at'>): boolean =>
  must !== null && (set === null || Temporal.Instant.compare(set, must) <= 0)
