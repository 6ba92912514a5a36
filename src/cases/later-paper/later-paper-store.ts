import { type Insertable, type Selectable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { LaterPaperKind, PaperOutcome } from './later-paper.ts'

export type LaterPaperRow = Selectable<DB['cases.later_paper']>

/** A case as paper for it is taken in. `applicant`: its account, claimed or not; null: nobody's yet. */
export interface CaseRowForPaper {
  id: string
  receipt_number: string
  form: string
  status: string
  status_on: Temporal.PlainDate
  received_on: Temporal.PlainDate
  protected: boolean
  applicant: string | null
  /** What the form on paper says; null: it was filed online. */
  filing_sealed: Buffer | null
}

const forPaper = sql`
  select its.id, its.receipt_number, its.form, its.status, its.status_on, its.received_on, its.protected, paper.sealed as filing_sealed,
    (select party.account from cases.party where party."case" = its.id and party.until_at is null and party.role <> 'representative'
     order by party.from_at limit 1) as applicant
  from cases."case" its left join cases.paper_filing paper on paper."case" = its.id`

export async function findCaseForPaper(tx: Tx, receiptNumber: string): Promise<CaseRowForPaper | undefined> {
  return (await sql<CaseRowForPaper>`${forPaper} where its.receipt_number = ${receiptNumber}`.execute(tx)).rows[0]
}

/** The same, locked: of two who take in paper for it, or decide it, the second sees what the first made. */
export async function lockCaseForPaper(tx: Tx, receiptNumber: string): Promise<CaseRowForPaper | undefined> {
  return (await sql<CaseRowForPaper>`${forPaper} where its.receipt_number = ${receiptNumber} for update of its`.execute(tx)).rows[0]
}

export async function insertLaterPaper(tx: Tx, paper: Insertable<DB['cases.later_paper']>): Promise<void> {
  await tx.insertInto('cases.later_paper').values(paper).execute()
}

export const findLaterPaper = (tx: Tx, id: string): Promise<LaterPaperRow | undefined> =>
  tx.selectFrom('cases.later_paper').selectAll().where('id', '=', id).executeTakeFirst()

/** Papers of a case, the newest first. */
export const listLaterPapers = (tx: Tx, caseId: string, most: number): Promise<LaterPaperRow[]> =>
  tx.selectFrom('cases.later_paper').selectAll().where('case', '=', caseId).orderBy('ordinal', 'desc').limit(most).execute()

export async function settlePaper(
  tx: Tx,
  id: string,
  { outcome, by, at }: { outcome: PaperOutcome; by: string; at: Temporal.Instant },
): Promise<void> {
  await tx.updateTable('cases.later_paper').set({ outcome, settled_at: at, settled_by: by }).where('id', '=', id).execute()
}

/** The cases of these receipt numbers, of those that may be named beside a number that was mistyped. */
export async function listNearReceipts(tx: Tx, receipts: readonly string[], most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('cases.case')
    .select('receipt_number')
    .where('receipt_number', 'in', receipts)
    .where('protected', '=', false)
    .orderBy('receipt_number')
    .limit(most)
    .execute()
  return rows.map(({ receipt_number }) => receipt_number)
}

export interface PrintedLetter {
  id: string
  kind: string
  addressee: 'applicant' | 'representative'
  printed_at: Temporal.Instant
  /** When its address was set: a newer one is not where it came back from. */
  addressed_at: Temporal.Instant
  notice: string | null
}

/** Letters of a case that are on paper and have not come back, the newest first. */
export async function listPrinted(tx: Tx, caseId: string, most: number): Promise<PrintedLetter[]> {
  const { rows } = await sql<PrintedLetter>`
    select letter.id, letter.kind, letter.printed_at, letter.notice, coalesce(batch.made_at, letter.printed_at) as addressed_at,
      coalesce(notice.addressee, 'applicant') as addressee
    from cases.letter letter
    left join cases.access_notice notice on notice.id = letter.notice
    left join cases.print_batch batch on batch.id = letter.batch
    where letter."case" = ${caseId} and letter.printed_at is not null
      and not exists (select from cases.later_paper paper where paper.letter = letter.id)
    order by letter.printed_at desc, letter.written_at desc limit ${most}`.execute(tx)
  return rows
}

export interface PaperToSettle {
  id: string
  receiptNumber: string
  kind: LaterPaperKind
  outcome: 'waits' | 'after-decision'
  receivedOn: Temporal.PlainDate
  takenAt: Temporal.Instant
}

const toSettle = sql`paper.outcome in ('waits', 'after-decision') and paper.settled_at is null`

/** Papers that an officer has to look at, those that have waited longest first. */
export async function listToSettle(tx: Tx, most: number): Promise<PaperToSettle[]> {
  const { rows } = await sql<PaperToSettle>`
    select paper.id, its.receipt_number as "receiptNumber", paper.kind, paper.outcome, paper.received_on as "receivedOn", paper.taken_at as "takenAt"
    from cases.later_paper paper join cases."case" its on its.id = paper."case"
    where ${toSettle} order by paper.taken_at, paper.id limit ${most}`.execute(tx)
  return rows
}

export async function countToSettle(tx: Tx): Promise<number> {
  const { rows } = await sql<{ papers: number }>`select count(*)::int as papers from cases.later_paper paper where ${toSettle}`.execute(tx)
  return rows[0]?.papers ?? 0
}
