import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type CheckRow = Selectable<DB['officer.check_result']>
export type InterviewNoteRow = Selectable<DB['officer.interview_note']>

/** False: this press has written it before. */
export async function insertCheck(tx: Tx, check: Insertable<DB['officer.check_result']>): Promise<boolean> {
  const row = await tx.insertInto('officer.check_result').values(check).onConflict((conflict) => conflict.column('id').doNothing()).returning('id').executeTakeFirst()
  return row !== undefined
}

/** Every result of a case, the newest first. */
export const listChecks = (tx: Tx, caseId: string, most: number): Promise<CheckRow[]> =>
  tx.selectFrom('officer.check_result').selectAll().where('case', '=', caseId).orderBy('ordinal', 'desc').limit(most).execute()

/** False: this press has written it before. */
export async function insertInterviewNote(tx: Tx, note: Insertable<DB['officer.interview_note']>): Promise<boolean> {
  const row = await tx.insertInto('officer.interview_note').values(note).onConflict((conflict) => conflict.column('id').doNothing()).returning('id').executeTakeFirst()
  return row !== undefined
}

/** What was written down in the interviews of a case, the oldest first. */
export const listInterviewNotes = (tx: Tx, caseId: string, most: number): Promise<InterviewNoteRow[]> =>
  tx.selectFrom('officer.interview_note').selectAll().where('case', '=', caseId).orderBy('at').orderBy('id').limit(most).execute()
