import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { SealedLetter } from './sealed-letter.ts'

/** The letters of a protected case that are in no batch yet; of a case that is not protected none. */
export async function lockUnprinted(tx: Tx, caseId: string): Promise<SealedLetter[]> {
  const { rows } = await sql<SealedLetter>`
    select letter.id, letter."case", letter.kind, letter.sealed
    from cases.letter letter join cases."case" its on its.id = letter."case" and its.protected
    where letter."case" = ${caseId} and letter.batch is null and letter.printed_at is null and letter.withdrawn_at is null
    order by letter.id for update of letter`.execute(tx)
  return rows
}

/** It may be printed, to the address that is sealed in it now. */
export async function markPlaced(tx: Tx, id: string, { sealed, at }: { sealed: Buffer; at: Temporal.Instant }): Promise<void> {
  await tx.updateTable('cases.letter').set({ sealed, safe_at: at, apart_at: null, apart_as: null }).where('id', '=', id).execute()
}

/** They wait until somebody says where post is safe. */
export async function markHeld(tx: Tx, ids: readonly string[], at: Temporal.Instant): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update cases.letter set apart_at = coalesce(apart_at, ${at}), apart_as = 'protected', safe_at = null
    where id = any(${ids}::uuid[])`.execute(tx)
}

/** Cases of which letters were set apart since then, to wait until it is known where post is safe. */
export async function listLatelyHeld(tx: Tx, since: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ case: string }>`
    select distinct letter."case" from cases.letter letter
    where letter.apart_at > ${since} and letter.withdrawn_at is null and letter.printed_at is null and letter.apart_as = 'protected'`.execute(tx)
  return rows.map((row) => row.case)
}

/** Letters of protected cases that neither wait apart nor are known to be safe. */
export async function listUnplaced(tx: Tx, most: number): Promise<{ id: string; case: string }[]> {
  const { rows } = await sql<{ id: string; case: string }>`
    select letter.id, letter."case"
    from cases."case" its join cases.letter letter on letter."case" = its.id
    where its.protected and letter.batch is null and letter.printed_at is null and letter.withdrawn_at is null
      and letter.safe_at is null and letter.apart_as is distinct from 'protected'
    limit ${most} for update of letter skip locked`.execute(tx)
  return rows
}
