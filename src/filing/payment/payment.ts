import type { PayStatus } from '../../platform/pay/index.ts'

/**
 * preparing: the provider's page is not there yet · open: it is · pending: the provider is asking the bank ·
 * authorised: money held, filing received, to be captured · captured: money taken · releasing: to be let go ·
 * released, declined, cancelled, expired, failed: nothing was taken and nothing will be ·
 * not-captured: the filing was received, and the provider let the money go before it was taken.
 */
export const paymentStates = [
  'preparing',
  'open',
  'pending',
  'authorised',
  'captured',
  'releasing',
  'released',
  'declined',
  'cancelled',
  'expired',
  'failed',
  'not-captured',
] as const
export type PaymentState = (typeof paymentStates)[number]

/** Under way or done: no other attempt is begun beside one of these. */
export const liveStates = ['preparing', 'open', 'pending', 'authorised', 'captured'] as const

/** The person can still pay, or is paying. */
export const isPayable = (state: PaymentState): boolean => state === 'open' || state === 'pending'

/** What the provider says closes a payment of which nothing was taken. */
const closing = ['declined', 'cancelled', 'expired'] as const
export type Closing = (typeof closing)[number]

export const closes = (status: PayStatus): status is Closing => closing.some((each) => each === status)

/** Money is held or taken: the filing is to be received. */
export const isPaid = (status: PayStatus): boolean => status === 'authorised' || status === 'captured'

/** When to ask the provider again, if no event comes: often while the person is there, then ever more seldom. */
export function nextCheckAt(begunAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const minutes = begunAt.until(now).total('minutes')
  if (minutes < 10) return now.add({ seconds: 4 })
  return now.add(minutes < 24 * 60 ? { minutes: 1 } : { minutes: 30 })
}

/** How long a job may take before it is queued anew. */
export const jobGraceSeconds = 30
