import type { PayMovementKind } from '../../platform/pay/index.ts'

/** What is compared. A bank that takes money back may be told as a return or as a dispute: it is one thing here. */
export const moneyGroups = ['captured', 'refunded', 'refund-failed', 'taken-back', 'won-back'] as const
export type MoneyGroup = (typeof moneyGroups)[number]

export const groupOf = (kind: PayMovementKind): MoneyGroup => (kind === 'returned' || kind === 'disputed' ? 'taken-back' : kind)

/** Which way money goes for the agency. */
export const signOf: Record<MoneyGroup, 1 | -1> = { captured: 1, refunded: -1, 'refund-failed': 1, 'taken-back': -1, 'won-back': 1 }

export type Sum = { readonly count: number; readonly cents: number }

/**
 * unknown-money: of no payment of ours · not-written-down: of a payment that we know · not-at-provider: ours alone ·
 * amount-differs: both, and not the same · other-day: the same on both sides, on another day on one of them, which is
 * no fault.
 */
export const differenceSorts = ['unknown-money', 'not-written-down', 'not-at-provider', 'amount-differs', 'other-day'] as const
export type DifferenceSort = (typeof differenceSorts)[number]

export type Difference = {
  readonly sort: DifferenceSort
  readonly group: MoneyGroup
  /** A payment of ours; null: none that we know. */
  readonly payment: string | null
  /** Where to look at the provider. */
  readonly providerId: string | null
  readonly oursCents: number
  readonly theirsCents: number
  /** By how much our sum of the day differs from the provider's because of this. */
  readonly cents: number
}

export const activities = ['opened', 'authorised', 'let-go', 'returned', 'disputed'] as const
export type Activity = (typeof activities)[number]

/** A filing whose own sums do not add up in our books. */
export type UnbalancedFiling = { readonly submission: string; readonly cents: number }

export type Compared = {
  readonly money: Record<MoneyGroup, { readonly ours: Sum; readonly theirs: Sum }>
  readonly differences: readonly Difference[]
}

/** A day's money at one provider. Instants and days are ISO text, so that what is kept is what was made. */
export type MoneyReport = Compared & {
  readonly day: string
  readonly timeZone: string
  readonly from: string
  readonly until: string
  readonly provider: string
  readonly currency: string
  readonly madeAt: string
  readonly activity: Record<Activity, Sum>
  readonly unbalanced: readonly UnbalancedFiling[]
  /** Kept from the list for its length; the sums have them all. */
  readonly moreDifferences: number
  /** What our books hold more than the provider; negative: less. Faults may cancel out: `balances` tells. */
  readonly offByCents: number
  readonly balances: boolean
}

export const isFault = ({ sort }: Difference): boolean => sort !== 'other-day'
