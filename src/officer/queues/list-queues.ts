import { countCasesWaiting, type Case, listCasesWaiting, listSeen } from '../../cases/index.ts'
import { query } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { listAssignments, listAssignmentsOf } from './assignment-store.ts'
import { findQueue, type Queue, queuesOf } from './queue.ts'

const workMost = 50
export const casesAPage = 25

export interface OwnWork {
  receiptNumber: string
  queue: string
  since: Temporal.Instant
}

export interface QueueCount extends Queue {
  cases: number
}

/** Every queue with how many cases stand in it, and what the officer has taken. */
export const queueCounts = query({
  name: 'officer.queue-counts',
  allow: (actor, _input: Record<string, never>) => whoMay('see-queues')(actor),
  async run(context): Promise<{ queues: readonly QueueCount[]; work: readonly OwnWork[] }> {
    const queues = queuesOf(context.services.agency)
    const counts = await countCasesWaiting.run(context, { statuses: queues.flatMap(({ statuses }) => statuses) })
    const casesIn = ({ statuses }: Queue) =>
      counts.filter(({ status }) => statuses.includes(status)).reduce((sum, { cases }) => sum + cases, 0)
    const rows = await listAssignmentsOf(context.tx, context.actor.id as string, workMost)
    const seen = await listSeen(context.tx, rows.map((row) => row.case))
    const work = rows.filter((row) => seen.has(row.case)).map(({ receipt_number, queue, from_at }) => ({
      receiptNumber: receipt_number,
      queue,
      since: from_at,
    }))
    return { queues: queues.map((queue) => ({ ...queue, cases: casesIn(queue) })), work }
  },
})

export interface QueuePlace {
  since: Temporal.Instant
  id: string
}

export interface QueuedCase extends Case {
  takenBy: 'nobody' | 'you' | 'a colleague'
}

export interface QueuePageOf {
  queue: Queue
  cases: readonly QueuedCase[]
  /** Where the next page begins; null on the last one. */
  next: QueuePlace | null
}

/** One page of a queue, the case that has waited longest first; null for a queue that does not exist. */
export const queuePage = query({
  name: 'officer.queue-page',
  allow: (actor, _input: { queue: string; after: QueuePlace | null }) => whoMay('see-queues')(actor),
  async run(context, { queue: id, after }): Promise<QueuePageOf | null> {
    const queue = findQueue(context.services.agency, id)
    if (!queue) return null
    const place = after ? { after } : {}
    const found = await listCasesWaiting.run(context, { statuses: queue.statuses, most: casesAPage + 1, ...place })
    const shown = found.slice(0, casesAPage)
    const held =
      shown.length > 0
        ? await listAssignments(
            context.tx,
            shown.map((each) => each.id),
          )
        : []
    const takenBy = (caseId: string): QueuedCase['takenBy'] => {
      const holder = held.find((each) => each.case === caseId)?.staff
      if (!holder) return 'nobody'
      return holder === context.actor.id ? 'you' : 'a colleague'
    }
    const last = found.length > casesAPage ? shown.at(-1) : undefined
    return {
      queue,
      cases: shown.map((each) => ({ ...each, takenBy: takenBy(each.id) })),
      next: last ? { since: last.statusSince, id: last.id } : null,
    }
  },
})
