import { accountsOnCase, moveTask, openTask } from '../../cases/index.ts'
import { notify } from '../../notifications/index.ts'
import { newId } from '../../platform/ids.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { movedDeadline } from '../evidence-requests/deadline.ts'
import { type DueRow, lockReached, moveDue } from '../evidence-requests/overdue-store.ts'
import { requestKind } from '../evidence-requests/request.ts'
import { insertEvent } from '../evidence-requests/request-store.ts'
import type { TaskKind } from '../../cases/index.ts'
import type { DeclaredOutage } from './outage.ts'
import { lockOutage, markMoved } from './outage-store.ts'

const atOnceMost = 100

type Moving = Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue'>

/** Moves one deadline and tells the people of its case; what lapsed meanwhile can be answered again. */
async function move(context: Moving, outage: DeclaredOutage, row: DueRow): Promise<void> {
  const { tx, now, services } = context
  const moved = movedDeadline(services.agency, row.due_at, outage)
  if (!moved) throw new Error('A deadline was found that the outage does not reach')
  const isOpenAgain = row.state === 'lapsed'
  await moveDue(tx, row.id, { dueAt: moved.dueAt, isOpenAgain })
  const kind = requestKind(services.agency, row.kind).task as TaskKind
  if (isOpenAgain) await openTask(context, { caseId: row.case, kind, subject: row.id, dueAt: moved.dueAt })
  else await moveTask(context, { subject: row.id, dueAt: moved.dueAt })
  await insertEvent(tx, { id: newId(), request: row.id, what: 'deadline-moved', at: now, due_from: row.due_at, due_to: moved.dueAt, outage: outage.id })
  await notify(context, { accounts: await accountsOnCase(tx, row.case), topic: 'deadlines', mail: { kind: 'correspondence.deadline-moved', values: {} } })
}

/** Moves some of the deadlines that an outage reaches, each once whatever happens to this process; says whether there may be more. */
export const moveDeadlines = operation({
  name: 'outages.move-deadlines',
  allow: (actor, _input: { outage: string }) => actor.kind === 'system',
  refusals: ['nothing-to-move'],
  async run(context, { outage: id }) {
    const { tx, now, services, refuse, audit } = context
    const outage = await lockOutage(tx, id)
    if (!outage?.endsAt || !outage.stopsClock || outage.appliedAt) return refuse('nothing-to-move')
    const until = outage.endsAt.add({ hours: 24 * services.agency.evidenceRequests.outageReachDays })
    const rows = await lockReached(tx, { outage: id, from: outage.startsAt, until, most: atOnceMost })
    for (const row of rows) await move(context, outage, row)
    const isDone = rows.length < atOnceMost
    await markMoved(tx, id, { more: rows.length, appliedAt: isDone ? now : null })
    audit({ subject: id, detail: { moved: rows.length } })
    return { isDone }
  },
})

/** A job that was killed goes on where it stopped: what has moved for this outage is not moved again. */
export const moveDeadlinesJob: Job = {
  task: 'correspondence.move-deadlines',
  async run({ perform }, { outage }) {
    for (;;) {
      const moved = await perform(moveDeadlines, { outage: String(outage) })
      if (!moved.ok || moved.output.isDone) return
    }
  },
}
