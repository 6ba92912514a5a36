import { isDeepStrictEqual } from 'node:util'
import type { OperationContext } from '../../platform/operation.ts'
import { findDraft, keepDraft } from './draft-store.ts'
import { type DraftAsk, type RequestWords, sealedDraft } from './request.ts'

/** A request as an officer composes it. */
export interface RequestDraft {
  readonly kind: string
  readonly words: RequestWords
  readonly asks: readonly DraftAsk[]
}

export interface KeptDraft extends RequestDraft {
  /** Which saving it is: whoever saves says which one they had before them. */
  readonly version: number
  readonly savedAt: Temporal.Instant
  readonly savedBy: string
}

type Reading = Pick<OperationContext, 'tx' | 'services'>

/** The draft of a request about an opened case; null: nobody has begun one. */
export async function draftOfRequest({ tx, services }: Reading, caseId: string): Promise<KeptDraft | null> {
  const row = await findDraft(tx, caseId)
  if (!row) return null
  return { ...sealedDraft.open(services.keys, caseId, caseId, row.sealed), version: row.version, savedAt: row.saved_at, savedBy: row.saved_by }
}

type Saving = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services'>

/** Keeps a draft over the one that the officer had before them (0: none). Of two officers the second is told, and nothing of the first's is lost. */
export async function saveDraft(context: Saving, { caseId, version, draft }: { caseId: string; version: number; draft: RequestDraft }): Promise<'changed-meanwhile' | { version: number }> {
  const { tx, actor, now, services } = context
  const { kind, words, asks } = draft
  const sealed = sealedDraft.seal(services.keys, caseId, caseId, { kind, words, asks })
  const kept = await keepDraft(tx, { caseId, version: version + 1, saved_at: now, saved_by: actor.id as string, sealed })
  if (kept) return { version: version + 1 }
  const there = await draftOfRequest(context, caseId)
  const isSame = there !== null && isDeepStrictEqual({ kind: there.kind, words: there.words, asks: there.asks }, { kind, words, asks })
  return isSame ? { version: there.version } : 'changed-meanwhile'
}
