import type { Insertable, Selectable, Updateable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { DecisionState } from './decision.ts'

export type DecisionRow = Selectable<DB['correspondence.decision']>

/** False: this press has written it before, or another decision on the case waits for its second person. */
export async function insertDecision(tx: Tx, decision: Insertable<DB['correspondence.decision']>): Promise<boolean> {
  const row = await tx.insertInto('correspondence.decision').values(decision).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  return row !== undefined
}

export const findDecision = (tx: Tx, id: string): Promise<DecisionRow | undefined> =>
  tx.selectFrom('correspondence.decision').selectAll().where('id', '=', id).executeTakeFirst()

/** Locked: of two who review at once the second sees what the first did. */
export const lockDecision = (tx: Tx, id: string): Promise<DecisionRow | undefined> =>
  tx.selectFrom('correspondence.decision').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

type Change = Pick<Updateable<DB['correspondence.decision']>, 'reviewed_by' | 'reviewed_at' | 'answer_sealed' | 'made_at' | 'motion_due_at'>

export async function recordReview(tx: Tx, id: string, change: Change & { state: DecisionState }): Promise<void> {
  await tx.updateTable('correspondence.decision').set(change).where('id', '=', id).execute()
}

/** The decision on a case that waits for its second person. */
export const findProposed = (tx: Tx, caseId: string): Promise<DecisionRow | undefined> =>
  tx.selectFrom('correspondence.decision').selectAll().where('case', '=', caseId).where('state', '=', 'proposed').executeTakeFirst()

export const listDecisionsOfCase = (tx: Tx, caseId: string, most: number): Promise<DecisionRow[]> =>
  tx.selectFrom('correspondence.decision').selectAll().where('case', '=', caseId).orderBy('proposed_at', 'desc').orderBy('id').limit(most).execute()

/** The last moment for a motion against the newest decision that stands; null: none is open, or nothing was decided here. */
export async function newestDecisionDue(tx: Tx, caseId: string): Promise<Temporal.Instant | null> {
  const row = await tx.selectFrom('correspondence.decision').select('motion_due_at').where('case', '=', caseId).where('state', '=', 'made').orderBy('made_at', 'desc').limit(1).executeTakeFirst()
  return row?.motion_due_at ?? null
}

const ownColumns = ['id', 'case', 'receipt_number', 'kind', 'grounds', 'words_sealed', 'made_at', 'motion_due_at'] as const
export type OwnDecisionRow = Pick<DecisionRow, (typeof ownColumns)[number]>

/** What was decided on a case, for its people, the newest first: no note, and nobody of the office. */
export const listOwnDecisions = (tx: Tx, caseId: string, most: number): Promise<OwnDecisionRow[]> =>
  tx.selectFrom('correspondence.decision').select(ownColumns).where('case', '=', caseId).where('state', '=', 'made').orderBy('made_at', 'desc').limit(most).execute()

/** Every decision that stands on these cases, for an archive. */
export const listHeldDecisions = (tx: Tx, cases: readonly string[]): Promise<OwnDecisionRow[]> =>
  cases.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('correspondence.decision').select(ownColumns).where('case', 'in', cases).where('state', '=', 'made').orderBy('made_at').orderBy('id').execute()

export type WaitingDecisionRow = Pick<DecisionRow, 'id' | 'receipt_number' | 'kind' | 'proposed_by' | 'proposed_at'>

/** What waits for a second person, the longest wait first. */
export const listWaitingDecisions = (tx: Tx, most: number): Promise<WaitingDecisionRow[]> =>
  tx.selectFrom('correspondence.decision').select(['id', 'receipt_number', 'kind', 'proposed_by', 'proposed_at']).where('state', '=', 'proposed').orderBy('proposed_at').orderBy('id').limit(most).execute()
