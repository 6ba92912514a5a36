import type { AgencyPack, FeeEntry } from '../../agency/index.ts'
import type { Day } from '../definition/definition.ts'

export type Channel = FeeEntry['channel']

/** Why a fee that is due is not charged: nobody pays it at present (for example stayed by a court), or the agency waived it. */
export type NotCharged = 'suspended' | 'waived'

/** One line of what is to be paid. Its words: the pack's text `fee.<code>` in `agency.json`. */
export type FeeLine = {
  readonly code: string
  /** What is charged: zero when it is suspended or waived. */
  readonly amountCents: number
  readonly notCharged: NotCharged | null
  /** The amount of the schedule, with its dates and its source. */
  readonly entry: FeeEntry
}

export type FeesDue = { readonly lines: readonly FeeLine[]; readonly sumCents: number }

/** Whether an entry of the schedule is in force on a day; a suspended one is, and not charged. */
export const isInForce = ({ from, until }: FeeEntry, day: Day): boolean => from <= day && (until === null || day <= until)

/** The entries of the schedule in force on a day, for one form and one way of filing. */
export const feesOfForm = (agency: AgencyPack, form: string, channel: Channel, day: Day): readonly FeeEntry[] =>
  agency.fees.filter((entry) => entry.form === form && entry.channel === channel && isInForce(entry, day))

/** Nothing was waived. */
export const nothingWaived: ReadonlySet<string> = new Set()

/**
 * What is due for these codes of the schedule when filed on `day` (`YYYY-MM-DD`). Throws when the schedule has no
 * amount for one of them, or two: a filing must never be charged by guess.
 */
export function feeLinesDue(
  agency: AgencyPack,
  codes: readonly string[],
  { channel, day, waived = nothingWaived }: { channel: Channel; day: Day; waived?: ReadonlySet<string> },
): FeesDue {
  const lines = codes.map((code) => {
    const entries = agency.fees.filter((entry) => entry.code === code && entry.channel === channel && isInForce(entry, day))
    const [entry] = entries
    if (!entry || entries.length > 1) throw new Error(`The fee schedule has ${entries.length} amounts for ${code} on ${day}`)
    const notCharged = entry.suspended ? 'suspended' : waived.has(code) && entry.waivable ? 'waived' : null
    return { code, entry, notCharged, amountCents: notCharged ? 0 : entry.amountCents } as const
  })
  return { lines, sumCents: lines.reduce((sum, { amountCents }) => sum + amountCents, 0) }
}
