import { countThreadsWaiting, type Thread, threadsOfCase, threadsWaiting } from '../../correspondence/index.ts'
import { query } from '../../platform/operation.ts'
import { openedBehind } from './opened-thread.ts'
import { whoMay } from '../may.ts'
import type { QueuePlace } from '../queues/list-queues.ts'

const threadsAPage = 25

export interface MessageQueue {
  readonly threads: readonly Thread[]
  /** Where the next page begins; null on the last one. */
  readonly next: QueuePlace | null
  readonly now: Temporal.Instant
}

/** One page of the conversations that wait for the agency, the longest wait first. */
export const messageQueue = query({
  name: 'officer.message-queue',
  allow: (actor, _input: { after: QueuePlace | null }) => whoMay('read-messages')(actor),
  async run(context, { after }): Promise<MessageQueue> {
    const found = await threadsWaiting(context, { after, most: threadsAPage + 1 })
    const threads = found.slice(0, threadsAPage)
    const last = found.length > threadsAPage ? threads.at(-1) : undefined
    return { threads, next: last?.waitsSince ? { since: last.waitsSince, id: last.id } : null, now: context.now }
  },
})

/** How many conversations wait, for the first page of the office. */
export const messagesWaiting = query({
  name: 'officer.messages-waiting',
  allow: (actor, _input: Record<string, never>) => whoMay('read-messages')(actor),
  run: (context): Promise<number> => countThreadsWaiting(context),
})

/** The conversations of an opened file; none where it was not opened. */
export const threadsOfFile = query({
  name: 'officer.threads-of-file',
  allow: (actor, _input: { receiptNumber: string }) => whoMay('read-messages')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber }): Promise<readonly Thread[]> {
    const file = await openedBehind(context, receiptNumber)
    return typeof file === 'string' ? [] : threadsOfCase(context, file.id)
  },
})
