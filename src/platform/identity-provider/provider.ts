/** Asking a provider that knows who somebody is to vouch for them: they prove themselves on its own pages. */

/** What a provider vouches for. */
export interface Vouched {
  readonly givenName: string
  readonly familyName: string
  readonly dateOfBirth: Temporal.PlainDate
  /** How sure the provider is, in its own word. */
  readonly level: string
  readonly at: Temporal.Instant
}

/** cancelled: the person turned back there · not-enough: it vouches for too little, or is not sure enough · failed: anything else. */
export type NotVouchedReason = 'cancelled' | 'not-enough' | 'failed'

/** `why` is the provider’s or the protocol’s own key, for the record: never a text that somebody wrote. */
export interface NotVouched {
  readonly not: NotVouchedReason
  readonly why: string
}

/** What binds an answer to the one who was sent there. None of it is known to anybody but the state, which the browser carries. */
export interface Errand {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface IdentityProviderPort {
  /** What people call it. */
  readonly name: string
  /** Where its pages stand, for the `form-action` of the one page that leads there. */
  readonly pageOrigins: readonly string[]
  /** The address to send the browser to. @throws {ProviderAway} */
  begin(errand: Errand): Promise<string>
  /** What came of it, from what the browser brought back. @throws {ProviderAway} */
  finish(errand: Errand, brought: Readonly<Record<string, string>>): Promise<Vouched | NotVouched>
  /** Of the demonstration’s stand-in alone: what its page is pressed to say. */
  readonly standIn?: StandInPage
}

export interface StandInPage {
  /** The address to come back to, with the stand-in’s word for this person. */
  vouch(state: string, person: Pick<Vouched, 'givenName' | 'familyName' | 'dateOfBirth'>): string
  cancel(state: string): string
}

/** The provider cannot be asked now: other ways stay open. */
export class ProviderAway extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`identity provider: ${what}`, options)
    this.name = 'ProviderAway'
  }
}
