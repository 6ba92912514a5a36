import type { PartyRole } from '../../cases/index.ts'
import type { SentFile } from '../../evidence/index.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { AttachedFile } from './attached-file.ts'

/** Who wrote: the person themselves, whoever represents them, or the agency. */
export const sides = ['person', 'representative', 'agency'] as const
export type Side = (typeof sides)[number]

/** `waits`: for the agency. `closed`: it said that no answer is needed; a new message opens it again. */
export const threadStates = ['waits', 'answered', 'closed'] as const
export type ThreadState = (typeof threadStates)[number]

export interface Thread {
  readonly id: string
  readonly caseId: string
  readonly receiptNumber: string
  /** One of the agency pack's. */
  readonly topic: string
  readonly openedAt: Temporal.Instant
  readonly openedBy: Side
  readonly messages: number
  readonly lastAt: Temporal.Instant
  readonly state: ThreadState
  readonly waitsSince: Temporal.Instant | null
}

export interface Message {
  readonly id: string
  readonly ordinal: number
  readonly side: Side
  /** Which account wrote it; null: the agency. */
  readonly account: string | null
  readonly at: Temporal.Instant
  readonly text: string
  /** The tray whose files were sent with it; null: none. */
  readonly tray: string | null
  readonly files: readonly SentFile[]
  /** What the agency sent with it. */
  readonly attached: readonly AttachedFile[]
  /** When each side had read up to it; null: not yet. */
  readonly readAt: Readonly<Record<Side, Temporal.Instant | null>>
}

export const messageCharactersMost = 4000

/** One conversation; the agency can still answer what came last. */
const messagesMost = 200

/** Whether a conversation takes another message of this side. */
export const takesMore = (side: Side, messages: number): boolean => messages < (side === 'agency' ? messagesMost : messagesMost - 10)

export const sideOf = (role: PartyRole): Side => (role === 'representative' ? 'representative' : 'person')

const place = (caseId: string, message: string) => ({ person: caseId, table: 'correspondence.message', row: message, column: 'sealed' })

/** Sealed for the case: a conversation stays with it, whoever leaves. */
export const sealMessage = (keys: Keys, caseId: string, message: string, text: string): Buffer => sealText(keys, place(caseId, message), text)

/** Throws SealBroken for what was changed or is of another case. */
export const openMessage = (keys: Keys, caseId: string, message: string, sealed: Uint8Array): string => openText(keys, place(caseId, message), sealed)
