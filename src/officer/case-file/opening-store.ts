import type { Insertable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { comparingReason } from './opening-reasons.ts'

export async function insertOpening(tx: Tx, opening: Insertable<DB['officer.file_opening']>): Promise<void> {
  await tx.insertInto('officer.file_opening').values(opening).execute()
}

/** Whether a reason to work on this case was given in this session. */
export async function findOpening(
  tx: Tx,
  session: string,
  caseId: string,
): Promise<{ reason: string; at: Temporal.Instant } | undefined> {
  return tx
    .selectFrom('officer.file_opening')
    .select(['reason', 'at'])
    .where('session', '=', session)
    .where('case', '=', caseId)
    .where('reason', '<>', comparingReason)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface OpeningRow {
  id: string
  staff: string
  role: string
  reason: string
  note_sealed: Buffer | null
  at: Temporal.Instant
}

/** Who opened the file of a case and why, the newest first. */
export function listOpenings(tx: Tx, caseId: string, most: number): Promise<OpeningRow[]> {
  return tx
    .selectFrom('officer.file_opening')
    .select(['id', 'staff', 'role', 'reason', 'note_sealed', 'at'])
    .where('case', '=', caseId)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
}
