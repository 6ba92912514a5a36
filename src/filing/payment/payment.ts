import type { PayDispute, PayStatus } from '../../platform/pay/index.ts'

/**
 * preparing: the provider's page is not there yet · open: it is · pending: the provider is asking the bank ·
 * authorised: money held on a card, filing received, to be captured · processing: a bank debit on its way, filing received
 * and its payment pending · captured: money taken · returned: the bank sent the debit back, before or after it was taken ·
 * releasing: to be let go · released, declined, cancelled, expired, failed: nothing was taken and nothing will be ·
 * not-captured: the filing was received, and the provider let the money go before it was taken.
 */
export const paymentStates = [
  'preparing',
  'open',
  'pending',
  'authorised',
  'processing',
  'captured',
  'returned',
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
export const liveStates = ['preparing', 'open', 'pending', 'authorised', 'processing', 'captured'] as const

/** What is asked after: these, and captured ones of which a dispute is open. The index payment_to_check says the same. */
export const checkedStates = ['preparing', 'open', 'pending', 'authorised', 'processing', 'releasing'] as const

/** The person can still pay, or is paying. */
export const isPayable = (state: PaymentState): boolean => state === 'open' || state === 'pending'

/** The provider's word on it still changes something: it is being paid, on its way, or taken and can be taken back. */
export const isFollowed = (state: PaymentState): boolean =>
  isPayable(state) || state === 'processing' || state === 'captured'

/** What the provider says closes a payment of which nothing was taken. */
const closing = ['declined', 'cancelled', 'expired'] as const
export type Closing = (typeof closing)[number]

export const closes = (status: PayStatus): status is Closing => closing.some((each) => each === status)

/** Money is held, taken or on its way: the filing is to be received. */
export const isPaid = (status: PayStatus): boolean =>
  status === 'authorised' || status === 'processing' || status === 'captured'

/** What a bank took back of a payment, as far as people are told of it. */
export type Dispute = PayDispute['status']

/**
 * When to ask the provider again, if no event comes: often while the person is there, then ever more seldom. A debit on
 * its way and a dispute take days.
 */
export function nextCheckAt(begunAt: Temporal.Instant, now: Temporal.Instant, state: PaymentState = 'open'): Temporal.Instant {
  const minutes = begunAt.until(now).total('minutes')
  if (state === 'captured') return now.add({ hours: 6 })
  if (state === 'processing') return now.add(minutes < 10 ? { seconds: 10 } : { hours: 1 })
  if (minutes < 10) return now.add({ seconds: 4 })
  return now.add(minutes < 24 * 60 ? { minutes: 1 } : { minutes: 30 })
}

/** How long a job may take before it is queued anew. */
export const jobGraceSeconds = 30
