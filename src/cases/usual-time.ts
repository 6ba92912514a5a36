import type { Chore } from '../platform/jobs/job.ts'
import { operation, query } from '../platform/operation.ts'
import { agencyDay } from './case.ts'
import { listUsualTimes, recountUsualTimes, type UsualJson } from './usual-time-store.ts'

export { decidedLeast } from './usual-time-store.ts'

/** How many days half of the cases of a form took from receipt to decision: a quarter took less, and a quarter more. */
export interface UsualTime {
  readonly decided: number
  readonly lowerDays: number
  readonly upperDays: number
  /** The first and the last day of these decisions. */
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  readonly countedAt: Temporal.Instant
}

/** Counts how long cases took that were decided in the last year. Protected cases are left out. */
export const countUsualTimes = operation({
  name: 'cases.count-usual-times',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'system',
  refusals: [],
  async run({ tx, now, services: { agency }, audit }) {
    const decisions = agency.statuses.filter(({ decides }) => decides).map(({ code }) => code)
    const since = agencyDay(agency, now).subtract({ years: 1 })
    const forms = await recountUsualTimes(tx, { decisions, since, at: now })
    audit({ detail: { forms } })
    return { forms }
  },
})

export const countUsualTimesChore: Chore = {
  name: 'cases.count-usual-times',
  everySeconds: 24 * 3600,
  run: async ({ perform }) => void (await perform(countUsualTimes, {})),
}

/** The usual times by form; a form of which too few cases were decided is not among them. Everybody may know. */
export const usualTimes = query({
  name: 'cases.usual-times',
  alone: true,
  allow: (_actor, _input: Record<string, never>) => true,
  async run({ tx }): Promise<ReadonlyMap<string, UsualTime>> {
    const rows = await listUsualTimes(tx)
    return new Map(
      rows.map(({ form, decided, lower_days, upper_days, from_on, until_on, counted_at }) => [
        form,
        { decided, lowerDays: lower_days, upperDays: upper_days, from: from_on, until: until_on, countedAt: counted_at },
      ]),
    )
  },
})

export const usualTimeOf = (usual: UsualJson | null): UsualTime | null =>
  usual && {
    ...usual,
    from: Temporal.PlainDate.from(usual.from),
    until: Temporal.PlainDate.from(usual.until),
    countedAt: Temporal.Instant.from(usual.countedAt),
  }
