import { type EvidenceDraft, filesOfDraft, withoutRefused } from '../../evidence/index.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Context } from '../../platform/http/page.ts'
import type { Services } from '../../platform/services.ts'
import { type Draft, replayOf } from '../draft/draft.ts'
import { draftFor } from '../draft/drafts-of.ts'
import { evidenceAsked } from '../journey/consequences.ts'
import type { HeldEvidence } from './readiness.ts'

type Running = { readonly tx: Tx; readonly actor: Actor; readonly now: Temporal.Instant; readonly services: Services }

/** Says which documents a draft has. */
export type EvidenceOf = (running: Running, draft: Draft) => Promise<HeldEvidence>

/** What the evidence room holds of a draft: refused files do not count, those still being checked do. */
export const heldEvidence: EvidenceOf = async (running, draft) => {
  const files = await filesOfDraft.run(running, draft.id)
  return Map.groupBy(withoutRefused(files), ({ document }) => document)
}

/** What the evidence room asks of a draft: the documents its answers ask for; null unless it is the person's and open to change. */
export async function evidenceDraftOf(context: Context, id: string): Promise<EvidenceDraft | null> {
  const draft = await context.read(draftFor, { draft: id })
  if (!draft || draft.submission || draft.frozenAt) return null
  const { agency, clock } = context.services
  return { id, account: draft.account, form: draft.form, documents: evidenceAsked(replayOf(agency, draft, clock.now())) }
}
