import { z } from 'zod'

/** What we read of Stripe's objects (API version of the SDK); whatever else is in them is not looked at. */

const cents = z.int().min(0)
const metadata = z.record(z.string(), z.string()).nullish()

const charge = z.object({
  id: z.string(),
  disputed: z.boolean(),
  payment_method_details: z
    .object({ type: z.string(), card: z.object({ last4: z.string().nullish() }).nullish() })
    .nullish(),
})

export const paymentIntent = z.object({
  id: z.string().min(1),
  status: z.string(),
  amount_received: cents,
  last_payment_error: z.object({}).nullish(),
  latest_charge: z.union([charge, z.string()]).nullish(),
})

/** With its payment intent and that one's last charge expanded. */
export const checkoutSession = z.object({
  id: z.string().min(1),
  status: z.enum(['open', 'complete', 'expired']),
  amount_total: cents,
  currency: z.string(),
  client_reference_id: z.string().nullish(),
  metadata,
  url: z.url({ protocol: /^https?$/ }).nullish(),
  payment_intent: z.union([paymentIntent, z.string()]).nullish(),
})

export const refund = z.object({ id: z.string(), amount: cents, status: z.string().nullable(), metadata, created: z.int() })

export const dispute = z.object({
  id: z.string(),
  amount: cents,
  status: z.string(),
  created: z.int(),
  payment_intent: z.union([z.string(), z.object({ id: z.string() })]).nullish(),
})

export const listOf = <Shape extends z.ZodType>(shape: Shape) => z.object({ data: z.array(shape), has_more: z.boolean() })

export type Session = z.infer<typeof checkoutSession>
export type Intent = z.infer<typeof paymentIntent>
export type StripeRefund = z.infer<typeof refund>
export type StripeDispute = z.infer<typeof dispute>
