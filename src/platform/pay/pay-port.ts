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
 * open: no card yet, or one was declined · pending: the provider is still asking the bank · authorised: money held ·
 * captured: money taken · declined: too many declined cards · cancelled: left or let go · expired: nobody came.
 */
export type PayStatus = 'open' | 'pending' | 'authorised' | 'captured' | 'declined' | 'cancelled' | 'expired'

export type ProviderState = {
  providerId: string
  /** The provider's page for the card. */
  url: string
  status: PayStatus
  amountCents: number
  capturedCents: number
  refundedCents: number
  currency: string
  reference: string
  /** Cards tried so far. */
  attempts: number
  cardLast4?: string
}

export type PayEventKind = 'authorised' | 'declined' | 'cancelled' | 'captured' | 'expired'

/** News of a provider. It may come twice, late, out of order or never: `find` tells how things stand. */
export type PayEvent = { eventId: string; providerId: string; kind: PayEventKind }

export type EventHeaders = Record<string, string | string[] | undefined>

/**
 * Every method that asks the provider throws PayFailure. Every change carries an idempotency key (8 to 200 printable
 * ASCII characters): asked again with the same key, the provider does nothing twice and gives the same answer.
 */
export type PayPort = {
  /** Origin of the provider's page, for the `form-action` of the one page that leads there. */
  pageOrigin: string
  open(checkout: PayCheckout, idempotencyKey: string): Promise<{ providerId: string; url: string }>
  find(providerId: string): Promise<ProviderState>
  /** All checkouts ever opened for the reference, oldest first, at most 100. */
  findByReference(reference: string): Promise<ProviderState[]>
  /** Takes the whole authorised amount. Captured before, by any key: nothing moves and the state is returned. */
  capture(providerId: string, idempotencyKey: string): Promise<ProviderState>
  /** Lets go of what is open or authorised. */
  cancel(providerId: string, idempotencyKey: string): Promise<ProviderState>
  refund(providerId: string, amountCents: number, idempotencyKey: string): Promise<ProviderState>
  /**
   * The event of a delivery that the provider signed within five minutes of `now`, otherwise null.
   * `rawBody` is the body as it came, byte for byte.
   */
  verifyEvent(headers: EventHeaders, rawBody: string | Uint8Array, now: Temporal.Instant): PayEvent | null
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
