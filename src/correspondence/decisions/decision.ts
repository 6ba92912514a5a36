import type { DecisionKind } from '../../agency/index.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'

export const decisionKinds = ['approval', 'denial', 'reopening', 'motion-refusal'] as const satisfies readonly DecisionKind[]

/**
 * proposed: one person of the agency wrote it, another has to agree · taken-back: the first thought better of it · returned:
 * the second did not agree · overtaken: the case moved on before the second looked · made: it stands.
 */
export const decisionStates = ['proposed', 'taken-back', 'returned', 'overtaken', 'made'] as const
export type DecisionState = (typeof decisionStates)[number]

export interface Decision {
  readonly id: string
  readonly receiptNumber: string
  readonly kind: DecisionKind
  /** Codes of the agency pack. */
  readonly grounds: readonly string[]
  /** To the person; empty where nothing was added. */
  readonly words: string
  readonly madeAt: Temporal.Instant | null
  /** The last moment for a motion against it; null: none is open. */
  readonly motionDueAt: Temporal.Instant | null
}

/** The same for the office: who proposed it and why, who reviewed it and what they said. */
export interface OfficeDecision extends Decision {
  readonly state: DecisionState
  /** The status that the case had when it was proposed. */
  readonly fromStatus: string
  readonly note: string
  readonly motion: string | null
  readonly proposedBy: string
  readonly proposedAt: Temporal.Instant
  readonly reviewedBy: string | null
  readonly reviewedAt: Temporal.Instant | null
  readonly answer: string
}

export const decisionWordsMost = 4000
export const decisionNoteMost = 4000

type Column = 'words_sealed' | 'note_sealed' | 'answer_sealed'
const place = (caseId: string, row: string, column: Column) => ({ person: caseId, table: 'correspondence.decision', row, column })

/** Sealed for the case; null for nothing. */
export const sealOfDecision = (keys: Keys, caseId: string, id: string, column: Column, text: string): Buffer | null =>
  text === '' ? null : sealText(keys, place(caseId, id, column), text)

export const openOfDecision = (keys: Keys, caseId: string, id: string, column: Column, sealed: Uint8Array | null): string =>
  sealed === null ? '' : openText(keys, place(caseId, id, column), sealed)
