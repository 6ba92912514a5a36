import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** What a passcode opens: whose it is, and the notice of appearance that stands. */
export interface OpenedByPasscode {
  readonly preparation: string
  readonly representative: string
  readonly form: string | null
  readonly package: string
  readonly judged_on: Temporal.PlainDate
  readonly appearance_sealed: Buffer
  readonly client_account: string | null
  /** For `representation` to read. */
  readonly practice: unknown
}

export async function findByPasscode(tx: Tx, hashes: readonly Buffer[], at: Temporal.Instant): Promise<OpenedByPasscode | undefined> {
  return (await sql<OpenedByPasscode>`select * from preparation.by_passcode(${hashes}::bytea[], ${at}::timestamptz)`.execute(tx)).rows[0]
}

/** Ties the preparation to the account that acts, once. False: the passcode opens nothing for it any more. */
export async function takeUpByPasscode(tx: Tx, hashes: readonly Buffer[], at: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{ became: string }>`select preparation.take_up(${hashes}::bytea[], ${at}::timestamptz) as became`.execute(tx)
  return rows[0]?.became === 'taken-up'
}

interface TurnedDown {
  readonly hashes: readonly Buffer[]
  readonly answer: string
  readonly reasonSealed: Buffer
  readonly at: Temporal.Instant
}

/** The client does not take it up: the passcode ends and the package is void, with the reason for the representative. */
export async function turnDownByPasscode(tx: Tx, { hashes, answer, reasonSealed, at }: TurnedDown): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select preparation.turn_down(${hashes}::bytea[], ${answer}::uuid, ${reasonSealed}, ${at}::timestamptz) as done`.execute(tx)
  return rows[0]?.done === true
}
