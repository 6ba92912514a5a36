import { sql } from 'kysely'
import type { Insertable } from 'kysely'
import type { Delimiter } from '../../platform/csv.ts'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { FileFault, RowFault } from './file/faults.ts'

export async function insertIntake(tx: Tx, intake: Insertable<DB['officer.intake']>): Promise<void> {
  await tx.insertInto('officer.intake').values(intake).execute()
}

/** What came of a batch of lines, added to what came of those before it. */
export interface Counts {
  taken: number
  uncertain: number
  known: number
  refused: number
}

/** How far into a file's bytes its reading is, and what stands between its cells. */
export interface Reading {
  readonly readBytes: number
  readonly delimiter: Delimiter
}

type Progress = { from: number; to: number; at: Temporal.Instant; reading?: Reading | undefined }

/** Notes how far an intake is. False: it has ended, or another process has gone beyond that line: what this one did must be undone. */
export async function recordProgress(tx: Tx, intake: string, { from, to, at, reading }: Progress, counts: Counts): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('officer.intake')
    .set((eb) => ({
      lines: to,
      taken: eb('taken', '+', counts.taken),
      uncertain: eb('uncertain', '+', counts.uncertain),
      known: eb('known', '+', counts.known),
      refused: eb('refused', '+', counts.refused),
      touched_at: at,
      ...(reading ? { read_bytes: reading.readBytes, delimiter: reading.delimiter } : {}),
    }))
    .where('id', '=', intake)
    .where('lines', '=', from)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Why a file was not read, or not to its end. `lost`: its bytes are not here, whole, any more. */
export type IntakeFault = FileFault | { readonly code: 'lost'; readonly column: '' }

type End = { at: Temporal.Instant; fault: IntakeFault | null; stopped?: boolean }

/** Ends an intake, once; undefined: it had ended, or is none. */
export const recordEnd = (tx: Tx, intake: string, { at, fault, stopped = false }: End): Promise<{ storage_key: string | null } | undefined> =>
  tx
    .updateTable('officer.intake')
    .set({ ended_at: at, touched_at: at, stopped, file_fault: fault?.code ?? null, fault_column: fault?.column ?? null })
    .where('id', '=', intake)
    .where('ended_at', 'is', null)
    .returning('storage_key')
    .executeTakeFirst()

/** One import at a time writes: two at once would open two accounts for one person who stands in both. */
export async function takeIntakeLock(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7261051)`.execute(tx)
}

/** Which of these rows were taken in before. */
export async function listKnownRows(tx: Tx, hashes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ row_hash: string }>`
    select row_hash from officer.intake_row where row_hash = any(${hashes}::text[])`.execute(tx)
  return new Set(rows.map(({ row_hash }) => row_hash))
}

/** The case that a row became before; null: it was not taken. */
export async function findKnownCase(tx: Tx, hashes: readonly string[]): Promise<string | null> {
  const { rows } = await sql<{ case: string }>`
    select "case" from officer.intake_row where row_hash = any(${hashes}::text[]) limit 1`.execute(tx)
  return rows[0]?.case ?? null
}

export async function insertRows(tx: Tx, intake: string, rows: readonly { row_hash: string; case: string; line: number }[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into officer.intake_row (row_hash, "case", intake, line)
    select row_hash, "case", ${intake}::uuid, line from json_to_recordset(${JSON.stringify(rows)}::json) as r(row_hash text, "case" uuid, line int)`.execute(tx)
}

export interface RefusalRow {
  line: number
  faults: readonly RowFault[]
  /** In base 64. */
  sealed: string
}

export async function insertRefusals(tx: Tx, intake: string, refusals: readonly RefusalRow[]): Promise<void> {
  if (refusals.length === 0) return
  await sql`
    insert into officer.intake_refusal (intake, line, faults, sealed)
    select ${intake}::uuid, line, faults, decode(sealed, 'base64')
    from json_to_recordset(${JSON.stringify(refusals)}::json) as r(line int, faults jsonb, sealed text)`.execute(tx)
}

export async function insertDoubts(tx: Tx, doubts: readonly { case: string; accounts: readonly string[]; reasons: readonly string[] }[], at: Temporal.Instant): Promise<void> {
  if (doubts.length === 0) return
  await sql`
    insert into officer.possible_duplicate ("case", accounts, reasons, noted_at)
    select "case", accounts, reasons, ${at}
    from json_to_recordset(${JSON.stringify(doubts)}::json) as r("case" uuid, accounts uuid[], reasons text[])`.execute(tx)
}

/** How long the text of refused rows is kept. */
export const refusalDays = 30

/** Refused rows of imports that began before then; their file of refused rows is with whoever brought them. */
export async function deleteOldRefusals(tx: Tx, before: Temporal.Instant): Promise<void> {
  await sql`
    delete from officer.intake_refusal using officer.intake
    where intake.id = intake_refusal.intake and intake.begun_at < ${before}::timestamptz`.execute(tx)
}
