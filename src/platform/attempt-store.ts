import { sql } from 'kysely'
import { compiledOnce } from './db/compiled-once.ts'
import type { Tx } from './db/transaction.ts'

/** A limit's name, the subject it is counted for, the start of the window, and how many it may hold. */
export interface AttemptPlace {
  scope: string
  subject: string
  windowStartsAt: Temporal.Instant
  most: number
}

interface Columns {
  scopes: string[]
  subjects: string[]
  windows: Temporal.Instant[]
  most: number[]
}

const columnsOf = (places: readonly AttemptPlace[]): Columns => ({
  scopes: places.map(({ scope }) => scope),
  subjects: places.map(({ subject }) => subject),
  windows: places.map(({ windowStartsAt }) => windowStartsAt),
  most: places.map(({ most }) => most),
})

const count = compiledOnce<Columns, { passed: number }>(
  (_, { scopes, subjects, windows, most }) => sql`
    select platform.count_attempts(${scopes}::text[], ${subjects}::text[], ${windows}::timestamptz[], ${most}::int[]) as passed`,
)

const forgive = compiledOnce<Columns, unknown>(
  (_, { scopes, subjects, windows }) => sql`
    select platform.forgive_attempts(${scopes}::text[], ${subjects}::text[], ${windows}::timestamptz[])`,
)

/** Counts one more try in each place, up to the first that passes its limit: which one that is, or 0. */
export async function markAttempts(tx: Tx, places: readonly AttemptPlace[]): Promise<number> {
  if (places.length === 0) return 0
  const [counted] = await count(tx, columnsOf(places))
  return counted?.passed ?? Number.POSITIVE_INFINITY
}

export async function unmarkAttempts(tx: Tx, places: readonly AttemptPlace[]): Promise<void> {
  if (places.length > 0) await forgive(tx, columnsOf(places))
}
