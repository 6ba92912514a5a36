import type { DecisionKind } from '../../agency/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { type DecisionRow, listDecisionsOfCase, listWaitingDecisions } from './decision-store.ts'
import { type DecisionState, type OfficeDecision, openOfDecision } from './decision.ts'

type Reading = Pick<OperationContext, 'tx' | 'services'>

const shownMost = 50
const waitingMost = 200

function officeDecision(keys: Reading['services']['keys'], row: DecisionRow): OfficeDecision {
  const opened = (column: 'words_sealed' | 'note_sealed' | 'answer_sealed') => openOfDecision(keys, row.case, row.id, column, row[column])
  return {
    id: row.id,
    receiptNumber: row.receipt_number,
    kind: row.kind as DecisionKind,
    grounds: row.grounds,
    words: opened('words_sealed'),
    note: opened('note_sealed'),
    answer: opened('answer_sealed'),
    state: row.state as DecisionState,
    fromStatus: row.from_status,
    motion: row.motion,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at,
    madeAt: row.made_at,
    motionDueAt: row.motion_due_at,
  }
}

/** Every decision on a case, made or not, the newest first; the office asks for a reason before it shows them. */
export async function decisionsOfCase({ tx, services }: Reading, caseId: string): Promise<OfficeDecision[]> {
  return (await listDecisionsOfCase(tx, caseId, shownMost)).map((row) => officeDecision(services.keys, row))
}

export interface WaitingDecision {
  readonly id: string
  readonly receiptNumber: string
  readonly kind: DecisionKind
  readonly proposedBy: string
  readonly proposedAt: Temporal.Instant
}

/** What waits for a second person, the longest wait first; of cases that who reads may see. */
export async function decisionsWaiting({ tx }: Pick<Reading, 'tx'>): Promise<WaitingDecision[]> {
  return (await listWaitingDecisions(tx, waitingMost)).map((row) => ({
    id: row.id,
    receiptNumber: row.receipt_number,
    kind: row.kind as DecisionKind,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
  }))
}
