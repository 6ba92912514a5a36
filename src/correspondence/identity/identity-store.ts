import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { IdentityCheck } from './identity-check.ts'

type Table = DB['correspondence.identity_check']
const columns = ['id', 'case', 'receipt_number', 'reason', 'asked_at', 'due_at', 'account', 'tray', 'sent_at', 'decided_at', 'outcome', 'provider', 'level'] as const
export type IdentityRow = Pick<Selectable<Table>, (typeof columns)[number]>

export const identityCheckOf = (row: IdentityRow): IdentityCheck => ({
  id: row.id,
  caseId: row.case,
  receiptNumber: row.receipt_number,
  reason: row.reason,
  askedAt: row.asked_at,
  dueAt: row.due_at,
  tray: row.tray,
  sentAt: row.sent_at,
  decidedAt: row.decided_at,
  outcome: row.outcome,
  by: row.provider !== null && row.level !== null ? { provider: row.provider, level: row.level } : null,
})

/** False: one is open on the case already, or this press has asked before. */
export async function insertIdentityCheck(tx: Tx, check: Insertable<Table>): Promise<boolean> {
  const row = await tx.insertInto('correspondence.identity_check').values(check).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  return row !== undefined
}

/** The checks of a case, the last first. */
export const listIdentityChecks = (tx: Tx, cases: readonly string[]): Promise<IdentityRow[]> =>
  cases.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('correspondence.identity_check').select(columns).where('case', 'in', cases).orderBy('asked_at', 'desc').orderBy('id').limit(100).execute()

export const findIdentityCheck = (tx: Tx, { id, caseId }: { id: string; caseId: string }): Promise<IdentityRow | undefined> =>
  tx.selectFrom('correspondence.identity_check').select(columns).where('id', '=', id).where('case', '=', caseId).executeTakeFirst()

/** The check that an attempt is of, for who made it. */
export const findIdentityCheckOf = (tx: Tx, id: string): Promise<IdentityRow | undefined> =>
  tx.selectFrom('correspondence.identity_check').select(columns).where('id', '=', id).executeTakeFirst()

/** False: something was sent for it before, or it is decided. */
export async function markIdentitySent(tx: Tx, { id, account, tray, at }: { id: string; account: string; tray: string; at: Temporal.Instant }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('correspondence.identity_check')
    .set({ account, tray, sent_at: at })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('decided_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** False: it was decided before. */
export async function markIdentityDecided(
  tx: Tx,
  { id, ...decided }: { id: string; decided_at: Temporal.Instant; decided_by: string; outcome: string; note_sealed: Buffer | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('correspondence.identity_check')
    .set(decided)
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Whatever is open on a case is not asked any longer. */
export async function markIdentityEnded(tx: Tx, { case: caseId, ...ended }: { case: string; decided_at: Temporal.Instant; decided_by: string }): Promise<void> {
  await tx.updateTable('correspondence.identity_check').set({ ...ended, outcome: 'withdrawn' }).where('case', '=', caseId).where('decided_at', 'is', null).execute()
}

/** What officers noted of the checks of a case, for the office alone. */
export const listIdentityNotes = (tx: Tx, caseId: string) =>
  tx.selectFrom('correspondence.identity_check').select(['id', 'note_sealed']).where('case', '=', caseId).where('note_sealed', 'is not', null).execute()
