import type Stripe from 'stripe'
import { z } from 'zod'
import { PayFailure, type PayMovement, type PayMovementKind } from '../pay-port.ts'

/** What a movement of the account's balance means for us; payouts, fees and reserves are none of a payer's money. */
const kinds: Record<string, PayMovementKind | undefined> = {
  charge: 'captured',
  refund: 'refunded',
  partial_capture_reversal: 'refunded',
  refund_failure: 'refund-failed',
  charge_failure: 'returned',
  dispute: 'disputed',
  dispute_reversal: 'won-back',
}

const source = z.object({
  id: z.string(),
  payment_intent: z.union([z.string(), z.object({ id: z.string() })]).nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
})

const balanceTransaction = z.object({
  id: z.string(),
  amount: z.int(),
  created: z.int(),
  reporting_category: z.string(),
  source: z.union([z.string(), source]).nullish(),
})

const referenced = z.object({ metadata: z.record(z.string(), z.string()).nullish() })

/** Finds our reference for what moved: a charge carries it, a refund and a dispute lead to it by their intent. */
function referencesOf(stripe: Stripe) {
  const known = new Map<string, string>()
  return async (of: z.infer<typeof source>): Promise<string> => {
    const own = of.metadata?.reference
    const intent = typeof of.payment_intent === 'object' ? of.payment_intent?.id : of.payment_intent
    if (own || !intent) return own ?? ''
    const found = known.get(intent) ?? referenced.safeParse(await stripe.paymentIntents.retrieve(intent)).data?.metadata?.reference ?? ''
    known.set(intent, found)
    return found
  }
}

/** Every movement of payers' money on the account's balance; Stripe tells whole seconds. */
export async function movementsBetween(stripe: Stripe, from: Temporal.Instant, until: Temporal.Instant): Promise<PayMovement[]> {
  const seconds = (at: Temporal.Instant, round: (value: number) => number) => round(at.epochMilliseconds / 1000)
  const created = { gte: seconds(from, Math.ceil), lt: seconds(until, Math.ceil) }
  const referenceOf = referencesOf(stripe)
  const found: PayMovement[] = []
  for await (const raw of stripe.balanceTransactions.list({ created, limit: 100, expand: ['data.source'] })) {
    const read = balanceTransaction.safeParse(raw)
    if (!read.success) throw new PayFailure('not-understood')
    const { id, amount, reporting_category: category, source: of } = read.data
    const kind = kinds[category]
    if (!kind || amount === 0) continue
    found.push({
      kind,
      amountCents: Math.abs(amount),
      at: Temporal.Instant.fromEpochMilliseconds(read.data.created * 1000),
      reference: of && typeof of === 'object' ? await referenceOf(of) : '',
      providerId: of ? (typeof of === 'object' ? of.id : of) : id,
    })
  }
  return found.reverse()
}
