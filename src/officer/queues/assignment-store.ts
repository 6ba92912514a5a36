import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type Assignment = Selectable<DB['officer.assignment']>

/** False: the case is somebody's work already, or this press has taken one. The indexes decide between two at once. */
export async function insertAssignment(tx: Tx, assignment: Insertable<DB['officer.assignment']>): Promise<boolean> {
  const row = await tx
    .insertInto('officer.assignment')
    .values(assignment)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What one press took, for whom it took it. */
export function findTaken(tx: Tx, id: string, staff: string): Promise<Assignment | undefined> {
  return tx.selectFrom('officer.assignment').selectAll().where('id', '=', id).where('staff', '=', staff).executeTakeFirst()
}

export function findAssignment(tx: Tx, caseId: string): Promise<Assignment | undefined> {
  return tx
    .selectFrom('officer.assignment')
    .selectAll()
    .where('case', '=', caseId)
    .where('until_at', 'is', null)
    .executeTakeFirst()
}

/** Who works on which of these cases now. */
export function listAssignments(tx: Tx, cases: readonly string[]): Promise<Pick<Assignment, 'case' | 'staff'>[]> {
  return tx
    .selectFrom('officer.assignment')
    .select(['case', 'staff'])
    .where('case', 'in', cases)
    .where('until_at', 'is', null)
    .execute()
}

export function listAssignmentsOf(tx: Tx, staff: string, most: number): Promise<Assignment[]> {
  return tx
    .selectFrom('officer.assignment')
    .selectAll()
    .where('staff', '=', staff)
    .where('until_at', 'is', null)
    .orderBy('from_at')
    .limit(most)
    .execute()
}

export async function endAssignment(
  tx: Tx,
  caseId: string,
  endedBy: 'put-back' | 'moved-on',
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('officer.assignment')
    .set({ until_at: at, ended_by: endedBy })
    .where('case', '=', caseId)
    .where('until_at', 'is', null)
    .execute()
}

/** Ends this officer's own work on a case and returns its id; null when it is not theirs. */
export async function endOwnAssignment(
  tx: Tx,
  staff: string,
  receiptNumber: string,
  at: Temporal.Instant,
): Promise<string | null> {
  const row = await tx
    .updateTable('officer.assignment')
    .set({ until_at: at, ended_by: 'put-back' })
    .where('staff', '=', staff)
    .where('receipt_number', '=', receiptNumber)
    .where('until_at', 'is', null)
    .returning('case')
    .executeTakeFirst()
  return row?.case ?? null
}

/** Ends whoever's work these cases are; returns those that were somebody's. */
export async function endWorkOn(tx: Tx, cases: readonly string[], endedBy: 'taken-away' | 'moved-on', at: Temporal.Instant): Promise<string[]> {
  if (cases.length === 0) return []
  const rows = await tx
    .updateTable('officer.assignment')
    .set({ until_at: at, ended_by: endedBy })
    .where('case', 'in', cases)
    .where('until_at', 'is', null)
    .returning('case')
    .execute()
  return rows.map((row) => row.case)
}
