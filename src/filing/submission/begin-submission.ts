import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Draft } from '../draft/draft.ts'
import { findSubmissionOfDraft, insertSubmission, type PricedLine, recordFee } from './submission-store.ts'

/** What a filing costs: the lines with their words, their sum, and what of the schedule is not charged because it was waived. */
export type Price = {
  readonly lines: readonly PricedLine[]
  readonly sumCents: number
  readonly waivedCents: number
  /** The codes that the office waived for this draft, due or not. */
  readonly waived: ReadonlySet<string>
}

/**
 * The one submission a draft can become, begun now if it was not; priced anew. The caller holds the draft's lock, so
 * of parallel presses one begins it and all get its id.
 */
export async function beginSubmission(
  { tx, now }: { tx: Tx; now: Temporal.Instant },
  draft: Draft,
  price: Price,
): Promise<string> {
  const begun = await findSubmissionOfDraft(tx, draft.id)
  if (begun) {
    await recordFee(tx, begun.id, price)
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
    fee_cents: price.sumCents,
    waived_cents: price.waivedCents,
    fee_lines: price.lines,
    copy_key: newId(),
    receipt_key: newId(),
  })
  return id
}
