import { agencyDay, figurePeriods } from '../../cases/index.ts'
import { type Figure, replaceFigures } from '../../platform/figures/index.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { countInquiries, countRequests, timeAsked } from './asked-figure-store.ts'

const keptDays = 400
/** How long answers took is told of so many and more: one of a few would be somebody's. */
const timedLeast = 10

const byDay = ['request-sent', 'request-answered', 'request-lapsed', 'inquiry-asked', 'inquiry-answered']
const asItStands = ['request-open', 'inquiry-open']

/** Counts what the agency asked people for and what they asked about their cases, by day; what is open is counted as it stands, and stays for its day. */
export const countAsked = operation({
  name: 'correspondence.count-asked',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'system',
  refusals: [],
  async run({ tx, now, services: { agency }, audit }) {
    const today = agencyDay(agency, now)
    const since = today.subtract({ days: keptDays })
    const counting = { since, today, timeZone: agency.timeZone }
    const counted = [...(await countRequests(tx, counting)), ...(await countInquiries(tx, counting))]
    const times: Figure[] = []
    for (const days of figurePeriods) {
      for (const { kind, place, took } of await timeAsked(tx, now.subtract({ hours: 24 * days }), timedLeast)) times.push({ kind, day: today, place, name: `${days} middle`, counted: took })
    }
    await replaceFigures(tx, byDay, since, counted.filter(({ kind }) => byDay.includes(kind)))
    await replaceFigures(tx, asItStands, today, counted.filter(({ kind }) => asItStands.includes(kind)))
    await replaceFigures(tx, ['request-time', 'inquiry-time'], since, times)
    audit({ detail: { figures: counted.length + times.length } })
  },
})

export const countAskedChore: Chore = {
  name: 'correspondence.count-asked',
  everySeconds: 3600,
  run: async ({ perform }) => void (await perform(countAsked, {})),
}
