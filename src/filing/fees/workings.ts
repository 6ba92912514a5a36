import type { AgencyPack, FeeEntry } from '../../agency/index.ts'
import { groundsOf } from '../definition/grounds.ts'
import { consequenceKnown } from '../journey/consequences.ts'
import type { Replay } from '../journey/replay.ts'
import { type FeeLine, feeLinesDue, feesOfForm } from './fee-lines.ts'
import { feesOf } from './fees-of.ts'

/**
 * `because`: the questions whose answers decide it. None: no answer was asked for that would bring it about, or keep it
 * away. Null: there is no rule, everybody pays it.
 */
type Reasoned = { readonly because: readonly string[] | null }

/** How the fees of a draft were worked out, for its person to follow line by line. */
export type FeeWorkings = {
  readonly due: readonly (FeeLine & Reasoned)[]
  /** Fees of the form that these answers do not bring about, as far as the schedule has them. */
  readonly notDue: readonly (Reasoned & { readonly entry: FeeEntry })[]
  readonly sumCents: number
  /** What the same answers cost on paper; null where a fee cannot be paid that way. */
  readonly paperCents: number | null
  /** Fees of the form that can be asked for on paper only. */
  readonly paperOnly: readonly FeeEntry[]
}

/** The fees of a replayed draft on its day. `waived`: the codes that the agency agreed not to charge. */
export function feeWorkings(agency: AgencyPack, replay: Replay, waived?: ReadonlySet<string>): FeeWorkings {
  const { definition, today, submitted } = replay
  const known = consequenceKnown(replay)
  const ruleOf = (code: string) => definition.fees.find((fee) => fee.code === code)
  const because = (code: string) => {
    const when = ruleOf(code)?.when
    return when ? groundsOf(when, known).filter((id) => submitted[id] !== undefined && submitted[id] !== null) : null
  }
  const { lines, sumCents } = feesOf(agency, replay, waived)
  const codes = new Set(lines.map(({ code }) => code))
  const online = feesOfForm(agency, definition.form, 'online', today)
  const notDue = online.filter(({ code }) => ruleOf(code) && !codes.has(code))
  return {
    due: lines.map((line) => ({ ...line, because: because(line.code) })),
    notDue: notDue.map((entry) => ({ entry, because: because(entry.code) })),
    sumCents,
    paperCents: onPaper(agency, replay, [...codes]),
    paperOnly: feesOfForm(agency, definition.form, 'paper', today).filter(({ code }) => !online.some((fee) => fee.code === code)),
  }
}

function onPaper(agency: AgencyPack, { definition, today: day }: Replay, codes: readonly string[]): number | null {
  const there = new Set(feesOfForm(agency, definition.form, 'paper', day).map(({ code }) => code))
  return codes.every((code) => there.has(code)) ? feeLinesDue(agency, codes, { channel: 'paper', day }).sumCents : null
}
