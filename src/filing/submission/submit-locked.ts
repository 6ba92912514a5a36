import type { OperationContext } from '../../platform/operation.ts'
import { type Draft, replayOf } from '../draft/draft.ts'
import { type Begun, type Paying, payLocked, type PayRefusal } from '../payment/pay-draft.ts'
import { submitFree } from '../signature/sign-draft.ts'
import { findLastSignature } from '../signature/signature-store.ts'
import { priceOf } from './price.ts'

/**
 * **Pay and submit** or **Submit** for a signed, locked draft inside the caller's operation: begins the payment as the pay page
 * does, or receives the filing where nothing is to be paid and nothing was shown to be. Pressed by both sides at once it is one
 * submission and one payment.
 */
export async function submitLocked(context: OperationContext, draft: Draft, { shownCents, language }: Omit<Paying, 'draft'>): Promise<Begun | { refused: PayRefusal }> {
  const begun = await payLocked(context, draft, { shownCents, language })
  if (!('refused' in begun) || begun.refused !== 'nothing-to-pay') return begun
  if (shownCents !== 0) return { refused: 'fees-changed' }
  const signature = await findLastSignature(context.tx, draft.id)
  if (!signature) return { refused: 'not-signed' }
  const price = await priceOf(context, draft, replayOf(context.services.agency, draft, context.now), language)
  return { submission: await submitFree(context, draft, { signature, price }), payment: null }
}

/** What a locked draft costs now, for a page that showed something else. */
export const costOf = async (context: OperationContext, draft: Draft, language: string): Promise<number> =>
  (await priceOf(context, draft, replayOf(context.services.agency, draft, context.now), language)).sumCents
