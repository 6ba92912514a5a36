import { casesForList, type WaitingCase } from '../../../cases/index.ts'
import { isId } from '../../../platform/ids.ts'
import { query } from '../../../platform/operation.ts'
import { whoMay } from '../../may.ts'
import { nameOf } from '../../staff/staff.ts'
import { listAssignmentsOf } from '../assignment-store.ts'
import { assignedAtOnceMost } from './assign-work.ts'
import { listWorkers } from './work-store.ts'

const workersMost = 500

/** One of those who work cases, and how much of it they hold. */
export interface Worker {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly open: number
  /** Their work is still to be given on. */
  readonly hasLeft: boolean
  /** When they took, or were given, what they have held longest. */
  readonly oldestAt: Temporal.Instant | null
}

/** Everybody who works cases, whoever holds the oldest one first: for supervisors. */
export const workers = query({
  name: 'officer.workers',
  allow: (actor, _input: Record<string, never>) => whoMay('assign-work')(actor),
  run: async ({ tx, services }): Promise<readonly Worker[]> =>
    (await listWorkers(tx, workersMost)).map((row) => ({
      ...{ id: row.id, role: row.role, open: row.open, oldestAt: row.oldest_at, hasLeft: row.has_left },
      name: nameOf(services.keys, row),
    })),
})

export interface HeldCase extends WaitingCase {
  readonly heldSince: Temporal.Instant
}

/** What one of them holds, the oldest first, as many as can be given on at once. */
export const workOfColleague = query({
  name: 'officer.work-of-colleague',
  allow: (actor, _input: { staff: string }) => whoMay('assign-work')(actor),
  async run(context, { staff }): Promise<readonly HeldCase[]> {
    if (!isId(staff)) return []
    const held = await listAssignmentsOf(context.tx, staff, assignedAtOnceMost)
    const cases = new Map((await casesForList.run(context, { cases: held.map((each) => each.case) })).map((each) => [each.id, each]))
    return held.flatMap(({ case: id, from_at }) => {
      const its = cases.get(id)
      return its ? [{ ...its, heldSince: from_at }] : []
    })
  },
})
