import type { Selectable } from 'kysely'
import type { DB } from '../../../platform/db/tables.ts'

/** A request of somebody who says that they lost every factor; the account is null where the address belongs to nobody. */
export type RecoveryRequest = Selectable<DB['accounts.recovery_request']>

/** How long a request waits, so that the owner has the time to see and cancel it. */
export const delayHours = 24
/** How long the saved ways back in stay open after the wait. */
export const openHours = 72

export const losable = ['phone', 'app', 'passkey', 'mailbox'] as const
export type Losable = (typeof losable)[number]

export type RecoveryEnd = 'expired' | 'cancel-link' | 'signed-in' | 'sign-in' | 'office' | 'reset' | 'done'

/** Ended by somebody's word, so that every address is told that nothing goes on. */
const cancelled: readonly RecoveryEnd[] = ['cancel-link', 'signed-in', 'sign-in', 'office']
export const isCancelled = (by: RecoveryEnd): boolean => cancelled.includes(by)

/** Waiting alone never gives access: an open request lets a saved way back in be shown, and nothing else. */
export const isOpen = ({ opens_at, expires_at, ended_at }: RecoveryRequest, now: Temporal.Instant): boolean =>
  ended_at === null && Temporal.Instant.compare(opens_at, now) <= 0 && Temporal.Instant.compare(now, expires_at) < 0
