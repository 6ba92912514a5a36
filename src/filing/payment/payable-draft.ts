import { query } from '../../platform/operation.ts'
import { isTakenOn } from '../catalogue/forms.ts'
import { replayOf } from '../draft/draft.ts'
import { readDraft } from '../draft/lock-draft.ts'
import { mayFile } from '../draft/start-draft.ts'
import { openSigned } from '../signature/signature.ts'
import { findLastSignature } from '../signature/signature-store.ts'
import type { Price } from '../submission/begin-submission.ts'
import { priceOf } from '../submission/price.ts'
import { signatureCovers } from '../submission/receive-filing.ts'
import { type DraftWaiver, draftWaiverOf } from '../waiver/draft-waiver.ts'

/** A signed draft with what it costs today. `price.sumCents` 0: nothing to pay. */
export type PayableDraft = {
  readonly form: string
  readonly price: Price
  /** How a request not to pay stands. */
  readonly waiver: DraftWaiver
  readonly name: string
  readonly signedAt: Temporal.Instant
}

/** What is to be paid for a draft whose signature stands; null when it must be signed first. */
export const payableDraft = query({
  name: 'filing.payable-draft',
  allow: (actor, _input: { draft: string; language: string }) => mayFile(actor),
  async run(context, { draft: id, language }): Promise<PayableDraft | null> {
    const { tx, now, services } = context
    const draft = await readDraft(context, id)
    const signature = draft && (await findLastSignature(tx, id))
    if (!draft || !signature || !(await signatureCovers(context, draft, signature))) return null
    const replay = replayOf(services.agency, draft, now)
    if (!isTakenOn(replay.definition, replay.today)) return null
    const price = await priceOf(context, draft, replay, language)
    const { name } = openSigned(services.keys, signature)
    const waiver = await draftWaiverOf(context, draft)
    return { form: draft.form, price, waiver, name, signedAt: signature.signed_at }
  },
})
