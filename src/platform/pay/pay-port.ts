/** Taking money at a provider that shows its own page for the card. Amounts are whole cents. */

export type PayLine = { label: string; amountCents: number }

export type PayCheckout = {
  amountCents: number
  /** ISO 4217, such as USD. */
  currency: string
  /** Our own id of what is paid for; nothing personal. The provider lists checkouts by it. */
  reference: string
  /** What the payer reads on the provider's page; the amounts add up to `amountCents`. */
  lines: PayLine[]
  returnUrl: string
  cancelUrl: string
  webhookUrl: string
}

/**
 * open: nothing to pay with yet, or a card was declined · pending: the provider is still asking the bank · authorised:
 * money held on a card · processing: a bank debit the provider accepted, and days until it is sure · captured: money
 * taken · returned: the bank sent a debit back, at once or after it was taken (then `takenBackCents` says how much) ·
 * declined: too many declined cards · cancelled: left or let go · expired: nobody came.
 */
export type PayStatus =
  | 'open'
  | 'pending'
  | 'authorised'
  | 'processing'
  | 'captured'
  | 'returned'
  | 'declined'
  | 'cancelled'
  | 'expired'

export type PayMethod = 'card' | 'bank-debit'

/** A refund as it was asked for. pending: on its way · failed: the bank would not take it, the money is with us again. */
export type PayRefund = {
  /** The idempotency key it was asked with. */
  key: string
  amountCents: number
  status: 'pending' | 'done' | 'failed'
}

/** The payer told their bank that the charge is wrong. open: the bank took the money for now · won: it came back. */
export type PayDispute = { status: 'open' | 'won' | 'lost'; amountCents: number }

export type ProviderState = {
  providerId: string
  /** The provider's page for paying. */
  url: string
  status: PayStatus
  amountCents: number
  capturedCents: number
  /** Given back or on its way back; a refund that failed does not count. */
  refundedCents: number
  /** What the bank took back of the captured: a late return, or a dispute that is open or lost. */
  takenBackCents: number
  currency: string
  reference: string
  /** Cards tried so far, as far as the provider tells. */
  attempts: number
  /** Known once something was paid with. */
  method?: PayMethod
  cardLast4?: string
  /** Oldest first, at most 100. */
  refunds: PayRefund[]
  dispute?: PayDispute
}

export const payEventKinds = [
  'authorised',
  'processing',
  'declined',
  'cancelled',
  'captured',
  'returned',
  'expired',
  'refunded',
  'disputed',
] as const
export type PayEventKind = (typeof payEventKinds)[number]

/**
 * News of a provider. It may come twice, late, out of order or never: `find` tells how things stand. `providerId` is the
 * checkout's id, or another of the provider's ids that `find` understands.
 */
export type PayEvent = { eventId: string; providerId: string; kind: PayEventKind }

/** refund-failed: a refund that the bank would not take came back · returned, disputed: a bank took it · won-back: it came back. */
export const payMovementKinds = ['captured', 'refunded', 'refund-failed', 'returned', 'disputed', 'won-back'] as const
export type PayMovementKind = (typeof payMovementKinds)[number]

/** Money that moved on the account at the provider, whoever caused it. */
export type PayMovement = {
  kind: PayMovementKind
  /** More than 0; which way it went is the kind's to say. */
  amountCents: number
  at: Temporal.Instant
  /** The reference of the checkout it is of; empty where the provider knows none. */
  reference: string
  /** What to look for at the provider: the id of the checkout, or of the movement itself. */
  providerId: string
}

/** null: nobody we know signed it · unrelated: signed, and about nothing of ours. */
export type Heard = PayEvent | 'unrelated' | null

export type EventHeaders = Record<string, string | string[] | undefined>

/**
 * Every method that asks the provider throws PayFailure. Every change carries an idempotency key (8 to 200 printable
 * ASCII characters): asked again with the same key, the provider does nothing twice and gives the same answer.
 */
export type PayPort = {
  /** Which provider this is, in small letters: kept with each payment that is opened there. */
  name: string
  /** Origin of the provider's page, for the `form-action` of the one page that leads there. */
  pageOrigin: string
  open(checkout: PayCheckout, idempotencyKey: string): Promise<{ providerId: string; url: string }>
  find(providerId: string): Promise<ProviderState>
  /** All checkouts ever opened for the reference, oldest first, at most 100. */
  findByReference(reference: string): Promise<ProviderState[]>
  /** Takes the whole authorised amount. Captured before, by any key: nothing moves and the state is returned. */
  capture(providerId: string, idempotencyKey: string): Promise<ProviderState>
  /** Lets go of what is open or authorised; of a bank debit only as long as the provider still can. */
  cancel(providerId: string, idempotencyKey: string): Promise<ProviderState>
  /** Gives back so much of what was captured. What becomes of it stands in `refunds` under the key: a bank may refuse. */
  refund(providerId: string, amountCents: number, idempotencyKey: string): Promise<ProviderState>
  /** Checkouts of which a bank took money back since then, newest first, at most 1000: heals lost events of it. */
  listTakenBack(since: Temporal.Instant): Promise<string[]>
  /** Every movement of money from `from` on and before `until`, oldest first: a movement that is missing here is a fault. */
  listMovements(from: Temporal.Instant, until: Temporal.Instant): Promise<PayMovement[]>
  /**
   * The event of a delivery that the provider signed within five minutes of `now`.
   * `rawBody` is the body as it came, byte for byte.
   */
  verifyEvent(headers: EventHeaders, rawBody: string | Uint8Array, now: Temporal.Instant): Heard
}

/** Why the provider did not do it. Transient: ask again later. Final: asking again gives the same. */
export type PayFailureReason =
  | 'unreachable'
  | 'timed-out'
  | 'overloaded'
  | 'not-understood'
  | 'not-authenticated'
  | 'no-such-checkout'
  | 'key-used-otherwise'
  | 'not-allowed-now'
  | 'rejected'

const transientReasons: readonly PayFailureReason[] = ['unreachable', 'timed-out', 'overloaded', 'not-understood']

export class PayFailure extends Error {
  readonly reason: PayFailureReason
  readonly isTransient: boolean

  /** `detail` is the provider's own error key, for the log. */
  constructor(reason: PayFailureReason, detail = '', options?: ErrorOptions) {
    super(detail === '' ? `pay: ${reason}` : `pay: ${reason} (${detail})`, options)
    this.name = 'PayFailure'
    this.reason = reason
    this.isTransient = transientReasons.includes(reason)
  }
}
