import { figurePeriods } from '../../cases/index.ts'
import { type Figure, replaceFigures } from '../../platform/figures/index.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { countMessages, timeAnswers } from './message-figure-store.ts'

const keptDays = 400

/** Counts what people wrote and how long they waited for an answer, by day. */
export const countMessageFigures = operation({
  name: 'correspondence.count-messages',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'system',
  refusals: [],
  async run({ tx, now, services: { agency }, audit }) {
    const today = now.toZonedDateTimeISO(agency.timeZone).toPlainDate()
    const since = today.subtract({ days: keptDays })
    const counted = await countMessages(tx, since, agency.timeZone)
    const times: Figure[] = []
    for (const days of figurePeriods) {
      const took = await timeAnswers(tx, now.subtract({ hours: 24 * days }))
      for (const [name, minutes] of Object.entries(took ?? {})) times.push({ kind: 'answer-time', day: today, place: '', name: `${days} ${name}`, counted: Math.max(0, minutes) })
    }
    await replaceFigures(tx, ['message-asked', 'message-answered', 'answer-time'], since, [...counted, ...times])
    audit({ detail: { figures: counted.length + times.length } })
  },
})

export const countMessagesChore: Chore = {
  name: 'correspondence.count-messages',
  everySeconds: 3600,
  run: async ({ perform }) => void (await perform(countMessageFigures, {})),
}
