import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** So many places in the sequence of account numbers. */
export async function nextAccountSequences(tx: Tx, count: number): Promise<bigint[]> {
  const { rows } = await sql<{ value: string }>`
    select nextval('accounts.online_account_sequence')::text as value from generate_series(1, ${count})`.execute(tx)
  return rows.map(({ value }) => BigInt(value))
}

interface Opened {
  id: string
  number: string
  language: string
  dateOfBirthHash: string
}

export async function insertOpenedAccounts(tx: Tx, opened: readonly Opened[], at: Temporal.Instant): Promise<void> {
  await sql`
    insert into accounts.account (id, language, online_account_number, date_of_birth_hash, opened_by_agency_at, begun_at, asked_at)
    select id, language, number, "dateOfBirthHash", ${at}, ${at}, ${at}
    from json_to_recordset(${JSON.stringify(opened)}::json) as r(id uuid, language text, number text, "dateOfBirthHash" text)`.execute(tx)
}

/** Each account beside the one it leads to: itself, or the one that it was merged into or claimed by. */
const namedAndKept = sql`from accounts.account named
  left join accounts.forwarding leads on leads.retired = named.id
  join accounts.account kept on kept.id = coalesce(leads.kept, named.id)`

export interface NumberedAccount {
  /** The account that the number leads to now. */
  account: string
  number: string
  date_of_birth_hash: string | null
  protected: boolean
}

/** Whose these numbers are; a retired account's number leads to the one that was kept. Nobody's is left out, and a closed one's. */
export async function listByNumbers(tx: Tx, numbers: readonly string[]): Promise<NumberedAccount[]> {
  if (numbers.length === 0) return []
  const { rows } = await sql<NumberedAccount>`
    select kept.id as account, named.online_account_number as number, kept.date_of_birth_hash, kept.protected_at is not null as protected
    ${namedAndKept}
    where named.online_account_number = any(${numbers}::text[]) and kept.closed_at is null`.execute(tx)
  return rows
}

/** The accounts that these lead to now, with their numbers. */
export async function listStanding(tx: Tx, accounts: readonly string[]): Promise<{ asked: string; account: string; number: string }[]> {
  if (accounts.length === 0) return []
  const { rows } = await sql<{ asked: string; account: string; number: string }>`
    select named.id as asked, kept.id as account, kept.online_account_number as number
    ${namedAndKept}
    where named.id = any(${accounts}::uuid[]) and kept.closed_at is null and kept.online_account_number is not null`.execute(tx)
  return rows
}

/** Whether the agency opened it and nobody has claimed it: there is nobody to mail to. */
export async function isUnclaimed(tx: Tx, account: string): Promise<boolean> {
  const { rows } = await sql<{ unclaimed: boolean }>`
    select opened_by_agency_at is not null and email_hash is null and retired_at is null as unclaimed
    from accounts.account where id = ${account}`.execute(tx)
  return rows[0]?.unclaimed ?? false
}

/** An account as it is held against a form: whose, since when, and nothing by which anybody signs in. */
export interface ComparedAccount {
  asked: string
  account: string
  number: string
  /** Whether somebody signs in to it; if not, the agency opened it and nobody has claimed it. */
  claimed: boolean
  since: Temporal.Instant
  protected: boolean
  date_of_birth_hash: string | null
  /** It, and those that were merged into it or claimed by it. */
  all: string[]
}

/** The accounts that these lead to now, for the office to compare; a closed one is left out. */
export async function listCompared(tx: Tx, accounts: readonly string[]): Promise<ComparedAccount[]> {
  if (accounts.length === 0) return []
  const { rows } = await sql<ComparedAccount>`
    select named.id as asked, kept.id as account, kept.online_account_number as number, kept.email_hash is not null as claimed,
      coalesce(kept.completed_at, kept.opened_by_agency_at, kept.begun_at) as since,
      kept.protected_at is not null as protected, kept.date_of_birth_hash,
      array(select kept.id union all select gone.retired from accounts.forwarding gone where gone.kept = kept.id) as "all"
    ${namedAndKept}
    where named.id = any(${accounts}::uuid[]) and kept.closed_at is null and kept.online_account_number is not null
    order by kept.begun_at, kept.id`.execute(tx)
  return rows
}

/**
 * The account that this one leads to now, held as it is until the transaction ends: it is neither closed, merged, claimed nor
 * marked protected meanwhile. Null: it is closed.
 */
export async function holdStanding(tx: Tx, account: string): Promise<string | null> {
  const { rows } = await sql<{ held: string | null }>`select accounts.hold_standing(${account}::uuid) as held`.execute(tx)
  return rows[0]?.held ?? null
}
