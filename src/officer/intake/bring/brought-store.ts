import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { NamesKeys } from '../../../platform/storage/index.ts'

export interface IntakeToInsert {
  id: string
  file_sealed: Buffer
  dry_run: boolean
  storage_key: string
  size_bytes: number
  brought_key: string
  begun_by: string
  begun_at: Temporal.Instant
}

/** The intake of a file that was brought; where the same page has sent it before, that one. `isNew`: these are its bytes. */
export async function insertBrought(tx: Tx, intake: IntakeToInsert): Promise<{ id: string; isNew: boolean }> {
  const made = await tx
    .insertInto('officer.intake')
    .values({ ...intake, source: 'office-file', touched_at: intake.begun_at })
    .onConflict((its) => its.column('brought_key').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 1n) return { id: intake.id, isNew: true }
  const { id } = await tx.selectFrom('officer.intake').select('id').where('brought_key', '=', intake.brought_key).executeTakeFirstOrThrow()
  return { id, isNew: false }
}

export interface StoredFileToImport {
  storage_key: string
  dry_run: boolean
  lines: number
  is_behind: boolean
}

/** A file whose import has not ended, and whether one that was brought before it has not either; undefined: it has, or is none. */
export async function findToImport(tx: Tx, intake: string): Promise<StoredFileToImport | undefined> {
  const { rows } = await sql<StoredFileToImport>`
    select its.storage_key, its.dry_run, its.lines, exists (
      select from officer.intake other where other.ended_at is null and other.storage_key is not null and other.ordinal < its.ordinal) as is_behind
    from officer.intake its where its.id = ${intake} and its.ended_at is null and its.storage_key is not null`.execute(tx)
  return rows[0]
}

/** Where the bytes lie of an intake that has ended; undefined: nowhere any more. */
export async function findToForget(tx: Tx, intake: string): Promise<string | undefined> {
  const row = await tx.selectFrom('officer.intake').select('storage_key').where('id', '=', intake).where('ended_at', 'is not', null).executeTakeFirst()
  return row?.storage_key ?? undefined
}

export async function markForgotten(tx: Tx, intake: string): Promise<void> {
  await tx.updateTable('officer.intake').set({ storage_key: null }).where('id', '=', intake).where('ended_at', 'is not', null).execute()
}

/** Whether somebody brought this file in the office; a command's import is stopped where it runs. */
export async function isBrought(tx: Tx, intake: string): Promise<boolean> {
  const row = await tx.selectFrom('officer.intake').select('id').where('id', '=', intake).where('source', '=', 'office-file').executeTakeFirst()
  return row !== undefined
}

/** Ends imports that nothing has moved since then. Their bytes are nobody's from now on: the sweep of the storage deletes them. */
export async function giveUpOld(tx: Tx, before: Temporal.Instant, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('officer.intake')
    .set({ ended_at: at, touched_at: at, file_fault: 'lost', fault_column: '', storage_key: null })
    .where('ended_at', 'is', null)
    .where('storage_key', 'is not', null)
    .where('touched_at', '<', before)
    .execute()
}

/** The files whose import has not ended; what lies of the others is nobody's. */
export const intakeKeys: NamesKeys = {
  table: 'officer.intake',
  async among(tx, ids) {
    const rows = await tx.selectFrom('officer.intake').select('storage_key').where('storage_key', 'in', ids).where('ended_at', 'is', null).execute()
    return rows.flatMap(({ storage_key }) => storage_key ?? [])
  },
}
