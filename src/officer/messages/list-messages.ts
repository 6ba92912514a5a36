import { countThreadsWaiting, type Found, openTerm, searchMessages, type Thread, threadsOfCase, threadsSought } from '../../correspondence/index.ts'
import { query } from '../../platform/operation.ts'
import { caseBehind } from '../../cases/index.ts'
import type { MessageFilters } from './message-filters.ts'
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

/** One page of the conversations that are looked for: without any filter those that wait for the agency, the longest wait first. */
export const messageQueue = query({
  name: 'officer.message-queue',
  allow: (actor, _input: { after: QueuePlace | null; filters: MessageFilters }) => whoMay('read-messages')(actor),
  async run(context, { after, filters: { receiptNumber, topic, state } }): Promise<MessageQueue> {
    const behind = receiptNumber === null ? null : await caseBehind.run(context, { receiptNumber })
    const isNone = receiptNumber !== null && !behind
    const found = isNone ? [] : await threadsSought(context, { caseId: behind?.id ?? null, topic, state: state === 'any' ? null : state, after, most: threadsAPage + 1 })
    const threads = found.slice(0, threadsAPage)
    const last = found.length > threadsAPage ? threads.at(-1) : undefined
    const since = last && (state === 'waits' && receiptNumber === null ? last.waitsSince : last.lastAt)
    return { threads, next: last && since ? { since, id: last.id } : null, now: context.now }
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

export type MessagesOfFile = { state: 'closed' } | { state: 'open'; threads: readonly Thread[]; found: Found | null }

/** The conversations of an opened file and what is searched for in them; null: the case is absent to who asks. */
export const messagesOfFile = query({
  name: 'officer.messages-of-file',
  allow: (actor, _input: { receiptNumber: string; find: string | undefined }) => whoMay('read-messages')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber, find }): Promise<MessagesOfFile | null> {
    const file = await openedBehind(context, receiptNumber)
    if (file === 'unknown-case') return null
    if (file === 'file-not-opened') return { state: 'closed' }
    const term = find ? openTerm(context.services.keys, String(context.actor.id), find) : null
    const found = term ? await searchMessages(context, { caseId: file.id, term }) : null
    return { state: 'open', threads: await threadsOfCase(context, file.id), found }
  },
})
