import { notify } from '../../notifications/index.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { todayOf } from '../representative.ts'
import { deleteRemoved, takeEnding } from './licence-store.ts'

/** So many in one transaction; a turn goes on until there are no more. */
const atOnceMost = 200
const removedDays = 30

/** Tells representatives of licences that end: on the agency's days before (60 and 14) and on the last one, once each. */
export const remindOfLicences = operation({
  name: 'representation.remind-of-licences',
  allow: ({ kind }, _input: { most: number }) => kind === 'system',
  refusals: [],
  async run(context, { most }) {
    const { tx, now, services, audit, recordedBefore } = context
    const [today, days] = [todayOf(services, now), [...services.agency.representatives.remindDaysBefore, 0]]
    const ending = await takeEnding(tx, { now, today, days, most })
    if (ending.length === 0) recordedBefore()
    audit({ detail: { reminded: ending.length } })
    for (const { account, expires_on: on } of ending)
      await notify(context, { accounts: [account], topic: 'deadlines', mail: { kind: 'representation.licence-ends', values: { days: Math.max(0, today.until(on).days) } } })
    return ending.length
  },
})

/** Removed licences can be put back for 30 days, and are then gone. */
export const forgetRemovedLicences = operation({
  name: 'representation.forget-removed-licences',
  allow: ({ kind }, _input: Record<string, never>) => kind === 'system',
  refusals: [],
  async run({ tx, now, recordedBefore }) {
    recordedBefore()
    await deleteRemoved(tx, now.subtract({ hours: 24 * removedDays }))
  },
})

/** Daily by what it does: it looks every hour, so that nobody waits for a worker that was away. */
export const licencesChore: Chore = {
  name: 'representation.licences',
  everySeconds: 3600,
  async run({ perform }) {
    for (;;) {
      const reminded = await perform(remindOfLicences, { most: atOnceMost })
      if (!reminded.ok || reminded.output < atOnceMost) break
    }
    await perform(forgetRemovedLicences, {})
  },
}
