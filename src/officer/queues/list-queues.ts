import { countCasesWaiting, countedMost, listSeen, type WaitingPlace } from '../../cases/index.ts'
import { query } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { listAssignmentsOf } from './assignment-store.ts'
import { filteredCases, type QueuedPage } from './filtered-cases.ts'
import { noFilters, type QueueFilters } from './filters.ts'
import { findQueue, type Queue, queuesOf } from './queue.ts'

const workMost = 50
export const casesAPage = 25

export interface OwnWork {
  receiptNumber: string
  queue: string
  since: Temporal.Instant
  /** A supervisor gave it. */
  isGiven: boolean
}

export interface QueueCount extends Queue {
  cases: number
  /** There are more, and they were not counted. */
  isMore: boolean
}

/** Every queue with how many cases stand in it, and what the officer has taken. */
export const queueCounts = query({
  name: 'officer.queue-counts',
  allow: (actor, _input: Record<string, never>) => whoMay('see-queues')(actor),
  async run(context): Promise<{ queues: readonly QueueCount[]; work: readonly OwnWork[] }> {
    const queues = queuesOf(context.services.agency)
    const counts = await countCasesWaiting.run(context, { statuses: queues.flatMap(({ statuses }) => statuses) })
    const counted = (queue: Queue): QueueCount => {
      const cases = counts.filter(({ status }) => queue.statuses.includes(status)).reduce((sum, each) => sum + each.cases, 0)
      return { ...queue, cases: Math.min(cases, countedMost), isMore: cases > countedMost }
    }
    const rows = await listAssignmentsOf(context.tx, context.actor.id as string, workMost)
    const seen = await listSeen(context.tx, rows.map((row) => row.case))
    const work = rows.filter((row) => seen.has(row.case)).map(({ receipt_number, queue, from_at, given_by }) => ({
      receiptNumber: receipt_number,
      queue,
      since: from_at,
      isGiven: given_by !== null,
    }))
    return { queues: queues.map(counted), work }
  },
})

export type QueuePlace = WaitingPlace

export interface QueuePageOf extends QueuedPage {
  queue: Queue
}

export interface QueueAsked {
  queue: string
  after: QueuePlace | null
  filters?: QueueFilters
}

/** One page of a queue, the case that has waited longest first; null for a queue that does not exist. */
export const queuePage = query({
  name: 'officer.queue-page',
  allow: (actor, _input: QueueAsked) => whoMay('see-queues')(actor),
  async run(context, { queue: id, after, filters = noFilters }): Promise<QueuePageOf | null> {
    const queue = findQueue(context.services.agency, id)
    return queue ? { queue, ...(await filteredCases(context, { queue, filters, after, most: casesAPage })) } : null
  },
})
