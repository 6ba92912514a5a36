import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

export interface LockedCase {
  id: string
  receipt_number: string
  status: string
  protected: boolean
}

/** In one order, so that two that lock some of the same never wait for each other. */
export async function lockCasesByIds(tx: Tx, ids: readonly string[]): Promise<LockedCase[]> {
  if (ids.length === 0) return []
  return tx.selectFrom('cases.case').select(['id', 'receipt_number', 'status', 'protected']).where('id', 'in', ids).orderBy('id').forUpdate().execute()
}

/** As far as who asks may see them. */
export async function listByReceipts(tx: Tx, receipts: readonly string[]): Promise<LockedCase[]> {
  const { rows } = await sql<LockedCase>`
    select its.id, its.receipt_number, its.status, its.protected from cases."case" its where its.receipt_number = any (${receipts}::text[])`.execute(tx)
  return rows
}

export interface ChangeOfMany {
  id: string
  case: string
  /** Sealed, in base64. */
  reason: string
}

export async function recordForMany(
  tx: Tx,
  changes: readonly ChangeOfMany[],
  { status, on, at, staff }: { status: string; on: Temporal.PlainDate; at: Temporal.Instant; staff: string },
): Promise<void> {
  if (changes.length === 0) return
  const given = JSON.stringify(changes)
  await sql`
    insert into cases.status_change (id, "case", status, effective_on, at, by_kind, by_id, reason_sealed)
    select id, "case", ${status}, ${on}::date, ${at}::timestamptz, 'staff', ${staff}, decode(reason, 'base64')
    from json_to_recordset(${given}::json) as r(id uuid, "case" uuid, reason text)`.execute(tx)
  await sql`
    update cases."case" set status = ${status}, status_on = ${on}::date, status_since = ${at}::timestamptz, touched_at = ${at}::timestamptz
    where id in (select "case" from json_to_recordset(${given}::json) as r("case" uuid))`.execute(tx)
}
