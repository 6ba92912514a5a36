import { deleteOldFigures, replaceFigures } from '../../platform/figures/index.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { agencyDay } from '../case.ts'
import { countCases, timeDecisions } from './case-figure-store.ts'

/** Days back from today over which the page of numbers can look. */
export const figurePeriods = [30, 90, 365] as const

const keptDays = 400

/** Counts the agency's cases anew, by the day; what is open is counted as it stands, and stays for its day. */
export const countFigures = operation({
  name: 'cases.count-figures',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'system',
  refusals: [],
  async run({ tx, now, services: { agency }, audit }) {
    const today = agencyDay(agency, now)
    const since = today.subtract({ days: keptDays })
    const codes = (is: (status: (typeof agency.statuses)[number]) => boolean) => agency.statuses.filter(is).map(({ code }) => code)
    const counting = { decisions: codes(({ decides }) => decides === true), ends: codes(({ final }) => final === true), since, today }
    const counted = await countCases(tx, counting)
    const times = []
    for (const days of figurePeriods) times.push(...(await timeDecisions(tx, counting, days)))
    const of = (kind: string) => counted.filter((each) => each.kind === kind)
    await replaceFigures(tx, ['received', 'decided'], since, [...of('received'), ...of('decided')])
    await replaceFigures(tx, ['pending'], today, of('pending'))
    await replaceFigures(tx, ['decision-time'], since, times)
    await deleteOldFigures(tx, since)
    audit({ detail: { figures: counted.length + times.length } })
  },
})

export const countFiguresChore: Chore = {
  name: 'cases.count-figures',
  everySeconds: 3600,
  run: async ({ perform }) => void (await perform(countFigures, {})),
}
