import { sendText } from './db/compiled-once.ts'
import type { Tx } from './db/transaction.ts'

/** A limit's name, the subject it is counted for, the start of the window, and how many it may hold. */
export interface AttemptPlace {
  scope: string
  subject: string
  windowStartsAt: Temporal.Instant
  most: number
}

const numbered = <T>(places: number, write: (place: number) => T) => Array.from({ length: places }, (_, n) => write(n))

/** The branches of a CASE are tried in their order, and none after the one that holds: later limits are not counted. */
const countText = (places: number): string => {
  const branches = numbered(places, (n) => {
    const at = n * 4
    return `when platform.count_attempt($${at + 1}, $${at + 2}, $${at + 3}::timestamptz) > $${at + 4}::int then ${n + 1}`
  })
  return `select case ${branches.join(' ')} else 0 end as passed`
}

const forgiveText = (places: number): string =>
  `select ${numbered(places, (n) => `platform.forgive_attempt($${n * 3 + 1}, $${n * 3 + 2}, $${n * 3 + 3}::timestamptz)`).join(', ')}`

/**
 * Counts one more try in each place, in their order, up to the first that passes its limit: which one that is, or 0.
 * Whoever counts the same places gives them in the same order, so that no two wait for each other.
 */
export async function markAttempts(tx: Tx, places: readonly AttemptPlace[]): Promise<number> {
  if (places.length === 0) return 0
  const values = places.flatMap(({ scope, subject, windowStartsAt, most }) => [scope, subject, windowStartsAt, most])
  const [counted] = await sendText<{ passed: number }>(tx, countText(places.length), values)
  return counted?.passed ?? Number.POSITIVE_INFINITY
}

/** Gives back one try of each place. */
export async function unmarkAttempts(tx: Tx, places: readonly AttemptPlace[]): Promise<void> {
  if (places.length === 0) return
  const values = places.flatMap(({ scope, subject, windowStartsAt }) => [scope, subject, windowStartsAt])
  await sendText(tx, forgiveText(places.length), values)
}
