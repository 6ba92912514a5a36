import { casesForList } from '../../../cases/index.ts'
import { isId, newId } from '../../../platform/ids.ts'
import { operation } from '../../../platform/operation.ts'
import { whoMay } from '../../may.ts'
import { endWorkOn, insertAssignment, listAssignments } from '../assignment-store.ts'
import { queueOf } from '../queue.ts'
import { findWorker } from './work-store.ts'

/** So many cases are given or taken with one press: a page of them and more. */
export const assignedAtOnceMost = 200

interface WorkToAssign {
  /** Ids of cases. */
  readonly cases: readonly string[]
  /** A colleague's id; null: anybody may take them again. */
  readonly to: string | null
}

/**
 * **Give** and **Take away**: a supervisor decides whose work cases are. What is not work for the agency any more, or may not
 * be seen by that colleague, stays where it is; how many did is told.
 */
export const assignWork = operation({
  name: 'officer.assign-work',
  allow: (actor, _work: WorkToAssign) => whoMay('assign-work')(actor),
  refusals: ['unknown-colleague', 'nothing-chosen'],
  async run({ tx, actor, now, services, refuse, audit }, { cases: ids, to }: WorkToAssign) {
    const asked = [...new Set(ids.filter(isId))].slice(0, assignedAtOnceMost)
    if (asked.length === 0) return refuse('nothing-chosen')
    const worker = to !== null && isId(to) ? await findWorker(tx, to) : undefined
    if (to !== null && (!worker || worker.ended_at)) return refuse('unknown-colleague')
    const seesProtected = worker !== undefined && (worker.role === 'supervisor' || worker.cleared_at !== null)
    const cases = await casesForList.run({ tx, actor, now, services }, { cases: asked })
    const held = new Map((await listAssignments(tx, asked)).map((each) => [each.case, each.staff]))
    const moving = cases.filter(({ id, status, isProtected }) =>
      to === null ? held.has(id) : held.get(id) !== to && queueOf(services.agency, status)?.isWork && (!isProtected || seesProtected))
    await endWorkOn(tx, moving.map(({ id }) => id), 'taken-away', now)
    let moved = to === null ? moving.length : 0
    if (to !== null)
      for (const { id, receiptNumber, status } of moving) {
        const row = { id: newId(), case: id, receipt_number: receiptNumber, staff: to, given_by: actor.id, queue: String(queueOf(services.agency, status)?.id), from_at: now }
        if (await insertAssignment(tx, row)) moved += 1
      }
    audit({ ...(to ? { subject: to } : {}), detail: { cases: moved, asked: asked.length } })
    return { moved, stayed: asked.length - moved }
  },
})
