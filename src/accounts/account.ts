import type { Selectable } from 'kysely'
import type { DB } from '../platform/db/tables.ts'

/** One person's account as it is stored. A step of the sign-up is done when its fact is there. */
export type Account = Selectable<DB['accounts.account']>

export const accountTypes = ['applicant', 'representative'] as const
export type AccountType = (typeof accountTypes)[number]

export const representativeKinds = ['attorney', 'accredited'] as const
export type RepresentativeKind = (typeof representativeKinds)[number]

/** Where one-time passwords can go. Text messages join this list when they can be sent. */
export const codeChannels = ['email'] as const
export type CodeChannel = (typeof codeChannels)[number]

/** What a complete account may be in other domains: its type is its role. */
export const rolesOf = (account: Pick<Account, 'completed_at' | 'account_type'>): readonly string[] =>
  account.completed_at && account.account_type ? [account.account_type] : []
