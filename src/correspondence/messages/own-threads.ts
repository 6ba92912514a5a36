import { type PartyCase, partyCase } from '../../cases/index.ts'
import { accountsOf, type Actor } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import type { Message, Side, Thread } from './message.ts'
import { listOwnThread } from './message-store.ts'
import { messageOf } from './opened-message.ts'
import { countUnread, listThreads, threadOf } from './thread-store.ts'

export const isSomebody = (actor: Actor): boolean => actor.kind === 'account' && actor.id !== null

export const threadsAPage = 20

export interface OwnThreads {
  readonly case: PartyCase
  readonly threads: readonly (Thread & { readonly unread: number })[]
  readonly total: number
}

/** The conversations about a case, for a person who is on it now; null for everybody else, and for a case that is not. */
export const ownThreads = query({
  name: 'messages.own-threads',
  allow: (actor, _input: { receiptNumber: string; page: number }) => isSomebody(actor),
  async run(context, { receiptNumber, page }): Promise<OwnThreads | null> {
    const found = await partyCase(context, receiptNumber)
    if (!found) return null
    const place = { from: (page - 1) * threadsAPage, most: threadsAPage }
    const rows = await listThreads(context.tx, { caseId: found.id, accounts: accountsOf(context.actor), ...place })
    return { case: found, threads: rows.map((row) => ({ ...threadOf(row), unread: row.unread })), total: rows[0]?.total ?? 0 }
  },
})

export interface OwnThread {
  readonly thread: Thread
  readonly messages: readonly Message[]
  /** On which side of it the person stands who reads. */
  readonly side: Side
  readonly hasNew: boolean
}

/** One conversation with its messages in order; null where the person is not on its case now. */
export const ownThread = query({
  name: 'messages.own-thread',
  allow: (actor, _input: { receiptNumber: string; thread: string }) => isSomebody(actor),
  async run({ tx, actor, services }, { receiptNumber, thread }): Promise<OwnThread | null> {
    if (!isId(thread)) return null
    const rows = await listOwnThread(tx, { thread, receiptNumber, accounts: accountsOf(actor) })
    const [first] = rows
    if (!first) return null
    return {
      thread: threadOf(first),
      messages: rows.map((row) => messageOf(services.keys, row)),
      side: first.for_themselves ? 'person' : 'representative',
      hasNew: first.messages > first.read_up_to,
    }
  },
})

export interface UnreadMessages {
  readonly threads: number
  readonly unread: number
}

/** How many conversations a case has and how many messages are new to the person who asks, for the page of the case. */
export const unreadMessages = query({
  name: 'messages.unread',
  allow: (actor, _input: { caseId: string }) => isSomebody(actor),
  run: ({ tx, actor }, { caseId }): Promise<UnreadMessages> => countUnread(tx, caseId, accountsOf(actor)),
})
