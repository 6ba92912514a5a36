/** One payment a merchant asked for, from the first page to the money. Amounts are whole cents. */
export type CheckoutStatus =
  | 'open'
  | 'pending'
  | 'authorised'
  | 'processing'
  | 'declined'
  | 'captured'
  | 'returned'
  | 'cancelled'
  | 'expired'

export type EventKind =
  | 'checkout.authorised'
  | 'checkout.declined'
  | 'checkout.cancelled'
  | 'checkout.captured'
  | 'checkout.expired'
  | 'checkout.processing'
  | 'checkout.returned'
  | 'checkout.refunded'
  | 'checkout.disputed'

export type PriceLine = { label: string; amountCents: number }

export type CheckoutRequest = {
  amountCents: number
  currency: string
  reference: string
  lines: PriceLine[]
  returnUrl: string
  cancelUrl: string
  webhookUrl: string
  captureMethod: 'manual'
}

export type Refund = { key: string; amountCents: number; status: 'done' }
/** What a bank took back: a debit it returned after it was taken, or a charge its holder says is wrong. */
export type Taking = { kind: 'return' | 'dispute'; status: 'open' | 'won' | 'lost'; amountCents: number }

export type Checkout = CheckoutRequest & {
  id: string
  status: CheckoutStatus
  attempts: number
  cardLast4: string | null
  /** Every event of this checkout is delivered twice. */
  isDoubled: boolean
  capturedCents: number
  refundedCents: number
  method: 'card' | 'bank-debit' | null
  refunds: readonly Refund[]
  taking: Taking | null
  createdAt: number
  expiresAt: number
}

export const attemptsMax = 10
export const openHours = 24
export const slowAnswerMs = 3_000
/** Between the steps of a bank: days in the world, this in a demonstration. */
export const bankStepMs = 20_000

const nextStatuses: Record<CheckoutStatus, readonly CheckoutStatus[]> = {
  open: ['pending', 'authorised', 'processing', 'declined', 'cancelled', 'expired'],
  pending: ['authorised', 'cancelled'],
  authorised: ['captured', 'cancelled'],
  processing: ['captured', 'returned'],
  captured: ['returned'],
  returned: [],
  declined: [],
  cancelled: [],
  expired: [],
}

/** Whether a checkout may go from one status to the other. */
export function mayBecome(from: CheckoutStatus, to: CheckoutStatus): boolean {
  return nextStatuses[from].includes(to)
}

/** What the bank has taken back and not given again. */
export const takenBackCents = ({ taking }: Checkout): number =>
  taking && taking.status !== 'won' ? taking.amountCents : 0

const disputeOf = ({ taking }: Checkout) =>
  taking?.kind === 'dispute' ? { dispute: { status: taking.status, amountCents: taking.amountCents } } : {}

/** What a merchant may read of a checkout: no addresses, and no more of the card than four digits. */
export function publicState(checkout: Checkout) {
  return {
    id: checkout.id,
    status: checkout.status,
    amountCents: checkout.amountCents,
    capturedCents: checkout.capturedCents,
    refundedCents: checkout.refundedCents,
    takenBackCents: takenBackCents(checkout),
    currency: checkout.currency,
    reference: checkout.reference,
    attempts: checkout.attempts,
    refunds: checkout.refunds,
    ...disputeOf(checkout),
    ...(checkout.method === null ? {} : { method: checkout.method }),
    ...(checkout.cardLast4 === null ? {} : { cardLast4: checkout.cardLast4 }),
    createdAt: Temporal.Instant.fromEpochMilliseconds(checkout.createdAt).toString(),
  }
}
