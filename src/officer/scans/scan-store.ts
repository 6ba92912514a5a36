import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { NamesKeys } from '../../platform/storage/index.ts'
import type { CheckedKind } from './scanned-paper.ts'

export interface ScanRow {
  id: string
  case: string
  kind: string
  received_on: Temporal.PlainDate
  storage_key: string
  sha256: string
  size_bytes: number
  scanned_at: Temporal.Instant
  scanned_by: string
  again_at: Temporal.Instant
}

/** Keeps a scan once for its case and kind. False: these bytes stand there already. What goes with messages is kept once by its conversation. */
export async function insertScan(tx: Tx, scan: ScanRow & { kind: CheckedKind }): Promise<boolean> {
  // The index's condition is written out: as a value that is bound it would be no condition of any index.
  const row = await tx
    .insertInto('officer.scanned_paper')
    .values(scan)
    .onConflict((conflict) => conflict.columns(['case', 'kind', 'sha256']).where(sql<boolean>`state <> 'refused' and kind <> 'message'`).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const findScan = (tx: Tx, id: string) => tx.selectFrom('officer.scanned_paper').selectAll().where('id', '=', id).executeTakeFirst()

/** Whether these bytes stand as this kind of paper of the case: found clean, or yet to be checked. */
export async function findStandingScan(tx: Tx, { caseId, kind, sha256 }: { caseId: string; kind: string; sha256: string }): Promise<boolean> {
  const found = await tx
    .selectFrom('officer.scanned_paper')
    .select('id')
    .where('case', '=', caseId)
    .where('kind', '=', kind)
    .where('sha256', '=', sha256)
    .where('state', '<>', 'refused')
    .executeTakeFirst()
  return found !== undefined
}

export const lockScan = (tx: Tx, id: string) => tx.selectFrom('officer.scanned_paper').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** What the check found; `drawn`: of the bytes as they lie there since, where a picture was drawn anew. */
export interface Judged {
  readonly refusal: string | null
  readonly pages: number | null
  readonly drawn: { readonly sha256: string; readonly sizeBytes: number } | null
  readonly at: Temporal.Instant
}

export async function markJudged(tx: Tx, id: string, { refusal, pages, drawn, at }: Judged): Promise<void> {
  const state = refusal === null ? 'clean' : 'refused'
  const anew = drawn ? { sha256: drawn.sha256, size_bytes: drawn.sizeBytes } : {}
  await tx.updateTable('officer.scanned_paper').set({ state, refusal, pages, judged_at: at, ...anew }).where('id', '=', id).execute()
}

export async function markNotJudged(tx: Tx, id: string, { failures, since, againAt }: { failures: number; since: Temporal.Instant; againAt: Temporal.Instant }): Promise<void> {
  await tx.updateTable('officer.scanned_paper').set({ failures, unscanned_since: since, again_at: againAt }).where('id', '=', id).execute()
}

const isDue = (now: Temporal.Instant) => sql<boolean>`state = 'received' and again_at <= ${now}`

export async function isAnyScanDue(tx: Tx, now: Temporal.Instant): Promise<boolean> {
  return (await tx.selectFrom('officer.scanned_paper').select('id').where(isDue(now)).limit(1).execute()).length > 0
}

/** Takes the scans that are due, those that waited longest first, and sets when each would be due again. */
export async function takeScansDue(tx: Tx, { now, againAt, most }: { now: Temporal.Instant; againAt: Temporal.Instant; most: number }): Promise<string[]> {
  const due = tx.selectFrom('officer.scanned_paper').select('id').where(isDue(now)).orderBy('again_at').limit(most).forUpdate().skipLocked()
  return (await tx.updateTable('officer.scanned_paper').set({ again_at: againAt }).where('id', 'in', due).returning('id').execute()).map(({ id }) => id)
}

/** The newest scans of a case. */
export const listScansOf = (tx: Tx, caseId: string, most: number) =>
  tx
    .selectFrom('officer.scanned_paper')
    .select(['id', 'kind', 'received_on', 'size_bytes', 'scanned_at', 'state', 'refusal', 'unscanned_since'])
    .where('case', '=', caseId)
    .where('kind', '<>', 'message')
    .orderBy('scanned_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()

/** Scans whose bytes are not gone: a file that was to go with a message goes once it is removed, and is the document's once it is sent. */
export const scanKeys: NamesKeys = {
  table: 'officer.scanned_paper',
  async among(tx, ids) {
    const rows = await tx
      .selectFrom('officer.scanned_paper as scan')
      .select('storage_key')
      .where('storage_key', 'in', ids)
      .where('state', '<>', 'refused')
      .where(sql<boolean>`not exists (select from officer.answer_file its where its.scan = scan.id and its.ended_at is not null)`)
      .execute()
    return rows.map(({ storage_key }) => storage_key)
  },
}
