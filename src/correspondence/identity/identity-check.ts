import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'

export const identityNoteCharactersMost = 1000

/** What is photographed: both sides of one document. */
export const identityDocuments = ['front', 'back'] as const

/** Why the office asks, and what an officer finds. Texts: `identity.reason.<reason>`, `identity.outcome.<outcome>`. */
export const identityReasons = ['names-differ', 'paper-case', 'possible-misuse', 'account-recovered'] as const
export const identityOutcomes = ['confirmed', 'not-confirmed'] as const

/** That the office asked the person of a case to prove who they are, and how far that is. */
export interface IdentityCheck {
  readonly id: string
  readonly caseId: string
  readonly receiptNumber: string
  readonly reason: string
  readonly askedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  readonly tray: string | null
  readonly sentAt: Temporal.Instant | null
  readonly decidedAt: Temporal.Instant | null
  readonly outcome: string | null
  /** Who vouched for them, and how sure they were; null: nobody did. */
  readonly by: { readonly provider: string; readonly level: string } | null
}

/** What an officer noted is the office's alone. */
const place = (caseId: string, id: string) => ({ person: caseId, table: 'correspondence.identity_check', row: id, column: 'note_sealed' })
export const sealIdentityNote = (keys: Keys, caseId: string, id: string, note: string): Buffer => sealText(keys, place(caseId, id), note)
export const openIdentityNote = (keys: Keys, caseId: string, id: string, sealed: Uint8Array): string => openText(keys, place(caseId, id), sealed)
