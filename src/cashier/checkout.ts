/** One payment a merchant asked for, from the first page to the money. Amounts are whole cents. */
export type CheckoutStatus =
  | 'open'
  | 'pending'
  | 'authorised'
  | 'declined'
  | 'captured'
  | 'cancelled'
  | 'expired'

export type EventKind =
  | 'checkout.authorised'
  | 'checkout.declined'
  | 'checkout.cancelled'
  | 'checkout.captured'
  | 'checkout.expired'

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

export type Checkout = CheckoutRequest & {
  id: string
  status: CheckoutStatus
  attempts: number
  cardLast4: string | null
  /** Every event of this checkout is delivered twice. */
  isDoubled: boolean
  capturedCents: number
  refundedCents: number
  createdAt: number
  expiresAt: number
}

export const attemptsMax = 10
export const openHours = 24
export const slowAnswerMs = 3_000

const nextStatuses: Record<CheckoutStatus, readonly CheckoutStatus[]> = {
  open: ['pending', 'authorised', 'declined', 'cancelled', 'expired'],
  pending: ['authorised', 'cancelled'],
  authorised: ['captured', 'cancelled'],
  captured: [],
  declined: [],
  cancelled: [],
  expired: [],
}

/** Whether a checkout may go from one status to the other. */
export function mayBecome(from: CheckoutStatus, to: CheckoutStatus): boolean {
  return nextStatuses[from].includes(to)
}

/** What a merchant may read of a checkout: no addresses, and no more of the card than four digits. */
export function publicState(checkout: Checkout) {
  return {
    id: checkout.id,
    status: checkout.status,
    amountCents: checkout.amountCents,
    capturedCents: checkout.capturedCents,
    refundedCents: checkout.refundedCents,
    currency: checkout.currency,
    reference: checkout.reference,
    attempts: checkout.attempts,
    ...(checkout.cardLast4 === null ? {} : { cardLast4: checkout.cardLast4 }),
    createdAt: Temporal.Instant.fromEpochMilliseconds(checkout.createdAt).toString(),
  }
}
