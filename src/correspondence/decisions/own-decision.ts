import type { DecisionKind } from '../../agency/index.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { OwnDecisionRow } from './decision-store.ts'
import { type Decision, openOfDecision } from './decision.ts'

/** A decision as its people may know it. */
export const ownDecision = (keys: Keys, row: OwnDecisionRow): Decision => ({
  id: row.id,
  receiptNumber: row.receipt_number,
  kind: row.kind as DecisionKind,
  grounds: row.grounds,
  words: openOfDecision(keys, row.case, row.id, 'words_sealed', row.words_sealed),
  madeAt: row.made_at,
  motionDueAt: row.motion_due_at,
})
