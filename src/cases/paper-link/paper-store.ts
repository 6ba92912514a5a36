import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** A case from paper: its row, its first status, its party and what the form says. Bytes in base 64, instants and days in ISO 8601. */
export interface PaperRow {
  id: string
  receipt_number: string
  form: string
  status: string
  office: string | null
  received_on: string
  at: string
  account: string | null
  date_of_birth_hash: string
  consular: boolean
  fee_cents: number | null
  sealed: string
}

export interface NoticeRow {
  id: string
  case: string
  addressee: 'applicant' | 'representative'
  account: string | null
  code_hash: string | null
  cause: 'intake' | 'portal' | 'office'
  issued_at: string
  expires_at: string
}

export interface LetterRow {
  id: string
  case: string
  notice: string | null
  kind: string
  sealed: string
  written_at: string
}

/** So many places in the sequence of receipt numbers. */
export async function nextReceiptSequences(tx: Tx, count: number): Promise<bigint[]> {
  const { rows } = await sql<{ value: string }>`
    select nextval('cases.receipt_sequence')::text as value from generate_series(1, ${count})`.execute(tx)
  return rows.map(({ value }) => BigInt(value))
}

/** Which of these numbers have a case. */
export async function listTakenReceipts(tx: Tx, receipts: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ receipt_number: string }>`
    select receipt_number from cases.taken_receipts(${receipts}::text[]) as taken(receipt_number)`.execute(tx)
  return new Set(rows.map(({ receipt_number }) => receipt_number))
}

/** Opens the cases, all of them or, where a number has one by now, none: the unique constraint's fault is the caller's to try again. */
export async function insertPaperCases(tx: Tx, rows: readonly PaperRow[], by: { kind: string; id: string }): Promise<void> {
  const given = JSON.stringify(rows)
  await Promise.all([
    sql`
    insert into cases."case" (id, receipt_number, form, channel, status, status_on, status_since, received_on, office, opened_at, touched_at)
    select id, receipt_number, form, 'paper', status, received_on, at, received_on, office, at, at
    from json_to_recordset(${given}::json) as r(id uuid, receipt_number text, form text, status text, received_on date, office text, at timestamptz)`.execute(tx),
    sql`
    insert into cases.status_change (id, "case", status, effective_on, at, by_kind, by_id)
    select gen_random_uuid(), id, status, received_on, at, ${by.kind}, ${by.id}
    from json_to_recordset(${given}::json) as r(id uuid, status text, received_on date, at timestamptz)`.execute(tx),
    sql`
    insert into cases.paper_filing ("case", sealed, date_of_birth_hash, consular, fee_cents, taken_at)
    select id, decode(sealed, 'base64'), date_of_birth_hash, consular, fee_cents, at
    from json_to_recordset(${given}::json) as r(id uuid, sealed text, date_of_birth_hash text, consular boolean, fee_cents int, at timestamptz)`.execute(tx),
    insertParties(tx, rows),
  ])
}

async function insertParties(tx: Tx, rows: readonly PaperRow[]): Promise<void> {
  const joined = rows.filter(({ account }) => account !== null)
  if (joined.length === 0) return
  await sql`
    insert into cases.party ("case", account, role, from_at)
    select id, account, 'applicant', at
    from json_to_recordset(${JSON.stringify(joined)}::json) as r(id uuid, account uuid, at timestamptz)`.execute(tx)
}

export async function insertNotices(tx: Tx, notices: readonly NoticeRow[]): Promise<void> {
  if (notices.length === 0) return
  await sql`
    insert into cases.access_notice (id, "case", addressee, account, code_hash, cause, issued_at, expires_at)
    select id, "case", addressee, account, code_hash, cause, issued_at, expires_at
    from json_to_recordset(${JSON.stringify(notices)}::json)
      as r(id uuid, "case" uuid, addressee text, account uuid, code_hash text, cause text, issued_at timestamptz, expires_at timestamptz)`.execute(tx)
}

/**
 * Those of a protected case wait apart until it is known where post is safe; who writes the letter may not see the case.
 * @returns the cases of which letters wait so
 */
export async function insertLetters(tx: Tx, letters: readonly LetterRow[]): Promise<string[]> {
  if (letters.length === 0) return []
  const { rows } = await sql<{ case: string; apart: boolean }>`
    insert into cases.letter (id, "case", notice, kind, sealed, written_at, apart_at, apart_as)
    select r.id, r."case", r.notice, r.kind, decode(r.sealed, 'base64'), r.written_at,
      case when waits."is" then r.written_at end, case when waits."is" then 'protected' end
    from json_to_recordset(${JSON.stringify(letters)}::json)
      as r(id uuid, "case" uuid, notice uuid, kind text, sealed text, written_at timestamptz)
    left join cases."case" its on its.id = r."case"
    cross join lateral (select r."case" is not null and its.protected is not false) as waits("is")
    returning "case", apart_at is not null as apart`.execute(tx)
  return [...new Set(rows.flatMap((row) => (row.apart ? [row.case] : [])))]
}

export async function insertApplicant(tx: Tx, { caseId, account, at }: { caseId: string; account: string; at: Temporal.Instant }): Promise<void> {
  await tx.insertInto('cases.party').values({ case: caseId, account, role: 'applicant', from_at: at }).execute()
}

/** Whose case it is: the account of its applicant; null: nobody's yet. */
export async function findApplicant(tx: Tx, caseId: string): Promise<string | null> {
  const found = await tx
    .selectFrom('cases.party')
    .select('account')
    .where('case', '=', caseId)
    .where('role', '<>', 'representative')
    .where('until_at', 'is', null)
    .executeTakeFirst()
  return found?.account ?? null
}

export async function findReceiptNumber(tx: Tx, caseId: string): Promise<string | null> {
  const found = await tx.selectFrom('cases.case').select('receipt_number').where('id', '=', caseId).executeTakeFirst()
  return found?.receipt_number ?? null
}

/** The case from paper that a receipt number and a date of birth both fit; null alike for whatever does not. */
export async function findPaperCase(tx: Tx, { receiptNumber, birthHashes }: { receiptNumber: string; birthHashes: readonly string[] }): Promise<string | null> {
  const found = await tx
    .selectFrom('cases.case')
    .innerJoin('cases.paper_filing', 'cases.paper_filing.case', 'cases.case.id')
    .select('cases.case.id')
    .where('receipt_number', '=', receiptNumber)
    .where('date_of_birth_hash', 'in', birthHashes)
    .executeTakeFirst()
  return found?.id ?? null
}

const papers = (tx: Tx, caseId: string) =>
  tx
    .selectFrom('cases.case as its')
    .innerJoin('cases.paper_filing as paper', 'paper.case', 'its.id')
    .select(['receipt_number', 'form', 'received_on', 'protected', 'sealed', 'date_of_birth_hash', 'consular'])
    .where('its.id', '=', caseId)

/** A case from paper with what its form says. */
export const findPaper = (tx: Tx, caseId: string) => papers(tx, caseId).executeTakeFirst()

/** The same, locked: of two that renew its code at once the second sees the first. */
export const lockPaper = (tx: Tx, caseId: string) => papers(tx, caseId).forUpdate('paper').executeTakeFirst()
