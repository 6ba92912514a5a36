import { type PartyCase, partyCase } from '../../cases/index.ts'
import { type FilledTray, openTrayOf } from '../../evidence/index.ts'
import { accountsOf, type Actor } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import type { Message, Side, Thread } from './message.ts'
import { listOwnThread } from './message-store.ts'
import { messageOf, withFiles } from './opened-message.ts'
import { type Found, openTerm, searchMessages } from './search.ts'
import { countUnread, listThreads, threadOf } from './thread-store.ts'

export const isSomebody = (actor: Actor): boolean => actor.kind === 'account' && actor.id !== null

export const threadsAPage = 20

export interface OwnThreads {
  readonly case: PartyCase
  readonly threads: readonly (Thread & { readonly unread: number })[]
  readonly total: number
  /** What is gathered for a new conversation; null: nothing. */
  readonly filled: FilledTray | null
  /** Null: nothing is searched for. */
  readonly found: Found | null
}

/** The conversations about a case, for a person who is on it now; null for everybody else, and for a case that is not. */
export const ownThreads = query({
  name: 'messages.own-threads',
  allow: (actor, _input: { receiptNumber: string; page: number; find?: string | undefined }) => isSomebody(actor),
  async run(context, { receiptNumber, page, find }): Promise<OwnThreads | null> {
    const found = await partyCase(context, receiptNumber, 'send-messages')
    if (!found) return null
    const place = { from: (page - 1) * threadsAPage, most: threadsAPage }
    const rows = await listThreads(context.tx, { caseId: found.id, accounts: accountsOf(context.actor), ...place })
    const filled = await openTrayOf(context, { caseId: found.id, purpose: 'message', subject: null })
    const term = find ? openTerm(context.services.keys, String(context.actor.id), find) : null
    const searched = term ? await searchMessages(context, { caseId: found.id, term }) : null
    return { case: found, filled, found: searched, threads: rows.map((row) => ({ ...threadOf(row), unread: row.unread })), total: rows[0]?.total ?? 0 }
  },
})

export interface OwnThread {
  readonly thread: Thread
  readonly messages: readonly Message[]
  /** On which side of it the person stands who reads. */
  readonly side: Side
  readonly hasNew: boolean
  /** What is gathered for the next message; null: nothing. */
  readonly filled: FilledTray | null
}

/** One conversation with its messages in order; null where the person is not on its case now. */
export const ownThread = query({
  name: 'messages.own-thread',
  allow: (actor, _input: { receiptNumber: string; thread: string }) => isSomebody(actor),
  async run(context, { receiptNumber, thread }): Promise<OwnThread | null> {
    const { tx, actor, services } = context
    if (!isId(thread)) return null
    const rows = await listOwnThread(tx, { thread, receiptNumber, accounts: accountsOf(actor) })
    const [first] = rows
    if (!first) return null
    return {
      thread: threadOf(first),
      messages: await withFiles(context, rows.map((row) => messageOf(services.keys, row))),
      side: first.for_themselves ? 'person' : 'representative',
      hasNew: first.messages > first.read_up_to,
      filled: await openTrayOf(context, { caseId: first.case, purpose: 'message', subject: thread }),
    }
  },
})

export interface UnreadMessages {
  readonly threads: number
  readonly unread: number
  readonly notices: number
  readonly unopened: number
  /** When the newest messages were sent, and by which side. */
  readonly moments: readonly MessageMoment[]
  /** When the case went to another office and which one had it before, the oldest first; null: none was named. */
  readonly transfers: readonly { readonly at: Temporal.Instant; readonly from: string | null }[]
}

interface MessageMoment {
  readonly at: Temporal.Instant
  readonly side: Side
}

/** How many conversations and notices a case has, and what of them is new to the person who asks, for the page of the case. */
export const unreadMessages = query({
  name: 'messages.unread',
  allow: (actor, _input: { caseId: string }) => isSomebody(actor),
  async run({ tx, actor }, { caseId }): Promise<UnreadMessages> {
    const { moments, transfers, ...counts } = await countUnread(tx, caseId, accountsOf(actor))
    return {
      ...counts,
      moments: (moments ?? []).map(({ at, side }) => ({ at: Temporal.Instant.from(at), side })),
      transfers: (transfers ?? []).map(({ at, from }) => ({ at: Temporal.Instant.from(at), from })),
    }
  },
})
