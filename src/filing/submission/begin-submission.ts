import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Draft } from '../draft/draft.ts'
import { findSubmissionOfDraft, insertSubmission, type PricedLine, recordFee } from './submission-store.ts'

/** What a filing costs: the lines with their words, and their sum. */
export type Price = { readonly lines: readonly PricedLine[]; readonly sumCents: number }

/**
 * The one submission a draft can become, begun now if it was not; priced anew. The caller holds the draft's lock, so
 * of parallel presses one begins it and all get its id.
 */
export async function beginSubmission(
  { tx, now }: { tx: Tx; now: Temporal.Instant },
  draft: Draft,
  { lines, sumCents }: Price,
): Promise<string> {
  const begun = await findSubmissionOfDraft(tx, draft.id)
  if (begun) {
    await recordFee(tx, begun.id, sumCents, lines)
    return begun.id
  }
  const id = newId()
  await insertSubmission(tx, {
    id,
    draft: draft.id,
    account: draft.account,
    form: draft.form,
    edition: Temporal.PlainDate.from(draft.edition),
    language: draft.language,
    begun_at: now,
    fee_cents: sumCents,
    fee_lines: lines,
    copy_key: newId(),
    receipt_key: newId(),
  })
  return id
}
