import type { Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { CodeChannel } from '../account.ts'

/** The one-time password asked of one session. */
export type Challenge = Selectable<DB['accounts.code_challenge']> & { channel: CodeChannel; purpose: ChallengePurpose }

/** `session`: what the session itself asks for. `phone`: the proof of a new phone of its account. */
export type ChallengePurpose = 'session' | 'phone'

/** NIST SP 800-63B-4, 3.1.3.2: a code sent out of band lives at most ten minutes. */
export const codeMinutes = 10
export const triesMost = 5

/** Wrong codes on one account in a day; each one beyond makes codes wait, and only codes. */
export const wrongCodesMost = 30
export const codesWaitMinutes = 60

/** A code of the person's own app has no age of its own: its 30-second step says when it was good. */
export const isExpired = ({ channel, sent_at }: Pick<Challenge, 'channel' | 'sent_at'>, now: Temporal.Instant): boolean =>
  channel !== 'app' && (sent_at === null || Temporal.Instant.compare(sent_at.add({ minutes: codeMinutes }), now) <= 0)
