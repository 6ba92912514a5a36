import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

export interface PaperToCompare {
  case: string
  receipt_number: string
  form: string
  received_on: Temporal.PlainDate
  sealed: Buffer
}

/** The account, how many cases it is on, and the newest form on paper of its own; null where it has none. */
export type AccountToCompare = { account: string; cases: number } & (PaperToCompare | { [K in keyof PaperToCompare]: null })

const columns = sql`its.id as "case", its.receipt_number, its.form, its.received_on, paper.sealed`

/** The form of a case, with no account, and beside it what there is of each of these accounts. */
export async function listPapersToCompare(tx: Tx, caseId: string, accounts: readonly string[]): Promise<(AccountToCompare | (PaperToCompare & { account: null }))[]> {
  const { rows } = await sql<AccountToCompare>`
    select null::uuid as account, 0 as cases, ${columns}
    from cases."case" its join cases.paper_filing paper on paper."case" = its.id where its.id = ${caseId}
    union all
    select asked.account, (select count(*)::int from cases.party where party.account = asked.account and party.until_at is null), newest.*
    from unnest(${accounts}::uuid[]) as asked(account) left join lateral (
      select ${columns}
      from cases.party join cases."case" its on its.id = party."case" join cases.paper_filing paper on paper."case" = its.id
      where party.account = asked.account and party.role <> 'representative' and party.until_at is null
      order by its.received_on desc, its.id limit 1) newest on true`.execute(tx)
  return rows
}

export interface NamedCase {
  id: string
  receipt_number: string
  form: string
  received_on: Temporal.PlainDate
  channel: string
  protected: boolean
}

const named = (tx: Tx) => tx.selectFrom('cases.case').select(['id', 'receipt_number', 'form', 'received_on', 'channel', 'protected'])

/** What these cases are called, for a list. */
export const listCaseNames = async (tx: Tx, cases: readonly string[]): Promise<NamedCase[]> => (cases.length === 0 ? [] : named(tx).where('id', 'in', cases).execute())

export const findCaseNamed = (tx: Tx, receiptNumber: string): Promise<NamedCase | undefined> => named(tx).where('receipt_number', '=', receiptNumber).executeTakeFirst()
