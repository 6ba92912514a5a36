import { replaceFigures } from '../../platform/figures/index.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { countDrafts } from './filing-figure-store.ts'

/** A draft that nobody works on is deleted some days after 30: what was counted of days before stays as it is. */
const recountedDays = 29

/** Counts the forms that were begun and sent, by day. */
export const countFilingFigures = operation({
  name: 'filing.count-drafts',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'system',
  refusals: [],
  async run({ tx, now, services: { agency }, audit }) {
    const since = now.toZonedDateTimeISO(agency.timeZone).toPlainDate().subtract({ days: recountedDays })
    const counted = await countDrafts(tx, since, agency.timeZone)
    await replaceFigures(tx, ['form-begun', 'form-sent'], since, counted)
    audit({ detail: { figures: counted.length } })
  },
})

export const countFilingsChore: Chore = {
  name: 'filing.count-drafts',
  everySeconds: 3600,
  run: async ({ perform }) => void (await perform(countFilingFigures, {})),
}
