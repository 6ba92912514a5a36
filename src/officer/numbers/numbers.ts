import { stepCounts } from '../../accounts/index.ts'
import { agencyDay } from '../../cases/index.ts'
import { longestWait } from '../../correspondence/index.ts'
import { type Figure, listFigures, type WaitingWork, waitingWork } from '../../platform/figures/index.ts'
import { query } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import type { Period } from './period.ts'

export interface Numbers {
  readonly period: Period
  readonly today: Temporal.PlainDate
  readonly since: Temporal.PlainDate
  readonly figures: readonly Figure[]
  readonly waiting: readonly WaitingWork[]
  readonly messages: { readonly waiting: number; readonly oldest: Temporal.Instant | null }
  readonly steps: readonly { readonly step: string; readonly done: number }[]
}

/** Everything the page of numbers shows: counts that were made before, and what waits now. Four statements, however many cases there are. */
export const numbers = query({
  name: 'officer.numbers',
  allow: (actor, _period: Period) => whoMay('see-numbers')(actor),
  async run(context, period): Promise<Numbers> {
    const { tx, now, services } = context
    const today = agencyDay(services.agency, now)
    const since = today.subtract({ days: period.days - 1 })
    const figures = await listFigures(tx, since)
    const steps = await stepCounts.run(context, { days: period.days })
    return { period, today, since, figures, steps, waiting: await waitingWork(tx), messages: await longestWait(context) }
  },
})
