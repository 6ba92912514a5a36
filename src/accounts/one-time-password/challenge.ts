import type { Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Limit } from '../../platform/attempts.ts'
import type { CodeChannel } from '../account.ts'

/** The one-time password asked of one session. */
export type Challenge = Selectable<DB['accounts.code_challenge']> & { channel: CodeChannel }

/** NIST SP 800-63B-4, 3.1.3.2: a code sent out of band lives at most ten minutes. */
export const codeMinutes = 10
export const triesMost = 5

/** Wrong codes on one account in a day; each one beyond makes codes wait, and only codes. */
export const wrongCodesMost = 30
export const codesWaitMinutes = 60

export const isExpired = (challenge: Pick<Challenge, 'sent_at'>, now: Temporal.Instant): boolean =>
  challenge.sent_at === null || Temporal.Instant.compare(challenge.sent_at.add({ minutes: codeMinutes }), now) <= 0

/** Codes sent and not redeemed: a code used rightly gives its place back. Counted for the account's one address. */
export const sendLimits: readonly Limit<string>[] = [
  { name: 'accounts.codes-sent.hour', most: 5, withinSeconds: 3600, of: ({ input }) => input, failuresOnly: true },
  { name: 'accounts.codes-sent.day', most: 20, withinSeconds: 86_400, of: ({ input }) => input, failuresOnly: true },
]
