import { accountsOnCase } from '../../cases/index.ts'
import { notify } from '../../notifications/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { type Message, sealMessage, takesMore, type Thread } from './message.ts'
import { insertMessage, insertReading, isSent, listThreadForOffice } from './message-store.ts'
import { messageOf } from './opened-message.ts'
import { countWaiting, listThreads, listWaiting, lockThread, markThread, type ThreadRow, threadOf } from './thread-store.ts'

type Reading = Pick<OperationContext, 'tx' | 'actor' | 'services'>

export interface OfficeThread {
  readonly thread: Thread
  readonly messages: readonly (Message & { readonly staff: string | null })[]
  readonly hasNew: boolean
}

const shownMost = 50

/** Conversations that wait for the agency; the office asks for a right before it lists them. */
export async function threadsWaiting({ tx }: Pick<Reading, 'tx'>, page: Parameters<typeof listWaiting>[1]): Promise<Thread[]> {
  return (await listWaiting(tx, page)).map(threadOf)
}

export const countThreadsWaiting = ({ tx }: Pick<Reading, 'tx'>): Promise<number> => countWaiting(tx)

/** The conversations of a case, the newest first; the office asks for a reason before it shows them. */
export async function threadsOfCase({ tx }: Pick<Reading, 'tx'>, caseId: string): Promise<Thread[]> {
  return (await listThreads(tx, { caseId, accounts: [], from: 0, most: shownMost })).map(threadOf)
}

/** One conversation of an opened case, for who acts; null: the case has none of this id. */
export async function threadForOffice({ tx, actor, services }: Reading, { caseId, thread }: { caseId: string; thread: string }): Promise<OfficeThread | null> {
  const rows = await listThreadForOffice(tx, { thread, caseId, staff: actor.id as string })
  const [first] = rows
  if (!first) return null
  const messages = rows.map((row) => ({ ...messageOf(services.keys, row), staff: row.staff }))
  return { thread: threadOf(first), messages, hasNew: first.messages > first.read_up_to }
}

type Acting = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>

interface Place {
  readonly receiptNumber: string
  readonly thread: string
}

/** False: it was kept before that this officer had read so far. */
export const markReadByAgency = ({ tx, actor, now }: Acting, { thread, upTo }: { thread: string; upTo: number }): Promise<boolean> =>
  insertReading(tx, { thread, up_to: upTo, side: 'agency', staff: actor.id as string, at: now })

/** How many messages the officer had before them: what came since is read before anything is said to it. */
interface Seen {
  readonly seen: number
}

const outcomes = { lost: 'unknown-thread', moved: 'changed-meanwhile' } as const

async function lockedAsSeen({ tx }: Acting, { receiptNumber, thread, seen }: Place & Seen): Promise<ThreadRow | (typeof outcomes)[keyof typeof outcomes]> {
  const found = await lockThread(tx, { id: thread, receiptNumber })
  if (!found) return outcomes.lost
  return found.messages === seen ? found : outcomes.moved
}

/** Answers in a conversation and tells everyone on the case that there is a message. Of two officers the second reads the first's answer before. */
export async function answerThread(
  context: Acting,
  { text, press, ...place }: Place & Seen & { text: string; press: string },
): Promise<'unknown-thread' | 'changed-meanwhile' | 'thread-is-full' | 'sent-before' | { caseId: string }> {
  const { tx, actor, now, services } = context
  const found = await lockedAsSeen(context, place)
  if (await isSent(tx, { id: press, thread: place.thread })) return 'sent-before'
  if (typeof found === 'string') return found
  if (!takesMore('agency', found.messages)) return 'thread-is-full'
  const [thread, caseId, ordinal] = [found.id, found.case, found.messages + 1]
  const by = { side: 'agency', staff: actor.id as string, at: now }
  if (!(await insertMessage(tx, { ...by, id: press, thread, ordinal, sealed: sealMessage(services.keys, caseId, press, text) }))) return outcomes.lost
  await insertReading(tx, { ...by, thread, up_to: ordinal })
  await markThread(tx, thread, { messages: ordinal, last_at: now, state: 'answered', waits_since: null })
  await notify(context, { accounts: await accountsOnCase(tx, caseId), topic: 'messages', mail: { kind: 'correspondence.message', values: {} } })
  return { caseId }
}

/** **No answer needed**: the conversation waits no longer. Whoever writes on opens it again. */
export async function closeThread(context: Acting, place: Place & Seen): Promise<'unknown-thread' | 'changed-meanwhile' | 'closed-before' | { caseId: string }> {
  const found = await lockedAsSeen(context, place)
  if (typeof found === 'string') return found
  if (found.state !== 'waits') return 'closed-before'
  await markThread(context.tx, found.id, { messages: found.messages, last_at: found.last_at, state: 'closed', waits_since: null })
  return { caseId: found.case }
}
