import { closeTask, tellOfCase } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { listStops } from '../outages/outage-store.ts'
import { isTooLate } from './too-late.ts'
import { lockOverdue } from './overdue-store.ts'
import { insertEvent, markRequest } from './request-store.ts'

const atOnceMost = 200

/** Marks what nobody answered in time: never before the last second of the deadline is over, and not while an outage holds it. */
export const lapseRequests = operation({
  name: 'requests.lapse',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'system',
  refusals: ['nothing-lapsed'],
  async run(context) {
    const { tx, now, services, refuse, audit } = context
    const stops = await listStops(tx)
    const overdue = (await lockOverdue(tx, { now, most: atOnceMost })).filter(({ due_at }) => isTooLate(services.agency, { dueAt: due_at, now, stops }))
    for (const { id, case: caseId, receipt_number } of overdue) {
      await markRequest(tx, id, { state: 'lapsed', ended_at: now })
      await insertEvent(tx, { id: newId(), request: id, what: 'lapsed', at: now })
      await closeTask(context, { subject: id, how: 'lapsed' })
      await tellOfCase(context, caseId, receipt_number)
    }
    audit({ detail: { lapsed: overdue.length } })
    return overdue.length === 0 ? refuse('nothing-lapsed') : { lapsed: overdue.length }
  },
})

export const lapseRequestsChore: Chore = {
  name: 'requests.lapse',
  everySeconds: 60,
  run: async ({ perform }) => void (await perform(lapseRequests, {})),
}
