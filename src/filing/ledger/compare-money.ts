import type { PayMovementKind } from '../../platform/pay/index.ts'
import { isIn, type MoneyDay } from './money-day.ts'
import { type Compared, type Difference, type DifferenceSort, groupOf, isFault, type MoneyGroup, moneyGroups, signOf, type Sum } from './money-report.ts'

/** A movement on either side. `payment` null: of none that we know. */
export type Moved = {
  readonly kind: PayMovementKind
  readonly amountCents: number
  readonly at: Temporal.Instant
  readonly payment: string | null
  readonly providerId: string | null
}

type Side = { day: number; window: number }
type Matched = { group: MoneyGroup; payment: string | null; providerId: string | null; ours: Side; theirs: Side }

const keyOf = ({ kind, payment, providerId }: Moved) => `${groupOf(kind)} ${payment ?? `unknown ${providerId}`}`

/** What each payment moved on each side, on the day and in all that was looked at around it. */
function matched(day: MoneyDay, ours: readonly Moved[], theirs: readonly Moved[]): Matched[] {
  const found = new Map<string, Matched>()
  const note = (moved: Moved, side: 'ours' | 'theirs') => {
    const { kind, payment, providerId, amountCents, at } = moved
    const none = { group: groupOf(kind), payment, providerId, ours: { day: 0, window: 0 }, theirs: { day: 0, window: 0 } }
    const one = found.get(keyOf(moved)) ?? none
    one[side].window += amountCents
    if (isIn(at, day)) one[side].day += amountCents
    one.providerId ??= providerId
    found.set(keyOf(moved), one)
  }
  for (const moved of ours) note(moved, 'ours')
  for (const moved of theirs) note(moved, 'theirs')
  return [...found.values()]
}

function sortOf({ payment, ours, theirs }: Matched): DifferenceSort {
  if (payment === null) return 'unknown-money'
  if (ours.window === 0) return 'not-written-down'
  return theirs.window === 0 ? 'not-at-provider' : 'amount-differs'
}

/** Why the day's sums of one payment differ: money that is missing on a side, and money that only came on another day. */
function differencesOf(one: Matched): Difference[] {
  const { group, payment, providerId, ours, theirs } = one
  if (ours.day === theirs.day) return []
  const about = { group, payment, providerId }
  const missing = ours.window - theirs.window
  const late = ours.day - theirs.day - missing
  const onDay = { ...about, sort: 'other-day' as const, oursCents: ours.day, theirsCents: theirs.day, cents: late }
  const fault = { ...about, sort: sortOf(one), oursCents: ours.window, theirsCents: theirs.window, cents: missing }
  return [...(missing === 0 ? [] : [fault]), ...(late === 0 ? [] : [onDay])]
}

function sumsOf(day: MoneyDay, moved: readonly Moved[]): Record<MoneyGroup, Sum> {
  const sums = Object.fromEntries(moneyGroups.map((group) => [group, { count: 0, cents: 0 }])) as Record<MoneyGroup, Sum>
  for (const { kind, amountCents, at } of moved) {
    const group = groupOf(kind)
    if (isIn(at, day)) sums[group] = { count: sums[group].count + 1, cents: sums[group].cents + amountCents }
  }
  return sums
}

/**
 * Holds what we wrote down against what the provider says, payment by payment. `ours` and `theirs` are of the day and of
 * some days around it. For each group the difference of the two sums is, to the cent, the sum of the differences listed.
 */
export function compareMoney(day: MoneyDay, ours: readonly Moved[], theirs: readonly Moved[]): Compared {
  const [mine, its] = [sumsOf(day, ours), sumsOf(day, theirs)]
  const money = Object.fromEntries(moneyGroups.map((group) => [group, { ours: mine[group], theirs: its[group] }]))
  const differences = matched(day, ours, theirs).flatMap(differencesOf)
  const faultsFirst = [...differences.filter(isFault), ...differences.filter((one) => !isFault(one))]
  return { money: money as Compared['money'], differences: faultsFirst }
}

/** What our books hold more than the provider, over all groups, of what is a fault. */
export const offBy = (differences: readonly Difference[]): number =>
  differences.filter(isFault).reduce((all, { group, cents }) => all + signOf[group] * cents, 0)
