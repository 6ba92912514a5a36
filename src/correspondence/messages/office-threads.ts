import { waitNow } from './message-figure-store.ts'
import { accountsOnCase } from '../../cases/index.ts'
import { notify } from '../../notifications/index.ts'
import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { attachFiles, type FileToSend } from './attached-file.ts'
import { type Message, sealMessage, takesMore, type Thread, type ThreadState, threadStates } from './message.ts'
import { insertMessage, insertReading, isSent, listThreadForOffice } from './message-store.ts'
import { messageOf, withFiles } from './opened-message.ts'
import { countWaiting, insertThread, listInStates, listThreads, listWaiting, lockThread, markThread, type ThreadRow, threadOf } from './thread-store.ts'

type Reading = Pick<OperationContext, 'tx' | 'actor' | 'services'>

export interface OfficeThread {
  readonly thread: Thread
  readonly messages: readonly (Message & { readonly staff: string | null })[]
  readonly hasNew: boolean
}

const shownMost = 50

interface ThreadsSought {
  readonly caseId: string | null
  readonly topic: string | null
  /** Null: any. */
  readonly state: ThreadState | null
}

/** Conversations as the office looks for them; it asks for a right before it lists them. Those that wait come in the order of their wait, all others the newest first. */
export async function threadsSought({ tx }: Pick<Reading, 'tx'>, { caseId, topic, state, ...page }: ThreadsSought & Pick<Parameters<typeof listWaiting>[1], 'after' | 'most'>): Promise<Thread[]> {
  const isQueue = state === 'waits' && caseId === null
  const rows = isQueue ? await listWaiting(tx, { topic, ...page }) : await listInStates(tx, { states: state ? [state] : threadStates, caseId, topic, ...page })
  return rows.map(threadOf)
}

/** How many wait for the agency, and since when the longest. */
export const longestWait = ({ tx }: Pick<Reading, 'tx'>) => waitNow(tx)

export const countThreadsWaiting = ({ tx }: Pick<Reading, 'tx'>): Promise<number> => countWaiting(tx)

/** The conversations of a case, the newest first; the office asks for a reason before it shows them. */
export async function threadsOfCase({ tx }: Pick<Reading, 'tx'>, caseId: string): Promise<Thread[]> {
  return (await listThreads(tx, { caseId, accounts: [], from: 0, most: shownMost })).map(threadOf)
}

/** One conversation of an opened case, for who acts; null: the case has none of this id. */
export async function threadForOffice(context: Reading, { caseId, thread }: { caseId: string; thread: string }): Promise<OfficeThread | null> {
  const { tx, actor, services } = context
  const rows = await listThreadForOffice(tx, { thread, caseId, staff: actor.id as string })
  const [first] = rows
  if (!first) return null
  const messages = rows.map((row) => ({ ...messageOf(services.keys, row), staff: row.staff }))
  return { thread: threadOf(first), messages: await withFiles(context, messages), hasNew: first.messages > first.read_up_to }
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

/** Holds a conversation for whoever adds something to what is said in it next. False: there is none of this id under this case. */
export const lockConversation = async ({ tx }: Pick<Reading, 'tx'>, { thread, receiptNumber }: Place): Promise<boolean> =>
  (await lockThread(tx, { id: thread, receiptNumber })) !== undefined

interface Answer {
  readonly text: string
  readonly press: string
  /** Asked under the lock of the conversation, for an answer that was not sent before. */
  readonly files?: () => Promise<readonly FileToSend[] | 'files-not-ready'>
}

type NotAnswered = 'unknown-thread' | 'changed-meanwhile' | 'thread-is-full' | 'files-not-ready' | 'sent-before'

/** Answers in a conversation and tells everyone on the case that there is a message. Of two officers the second reads the first's answer before. */
export async function answerThread(context: Acting, { text, press, files, ...place }: Place & Seen & Answer): Promise<NotAnswered | { caseId: string }> {
  const { tx, actor, now, services } = context
  const found = await lockedAsSeen(context, place)
  if (await isSent(tx, { id: press, thread: place.thread })) return 'sent-before'
  if (typeof found === 'string') return found
  if (!takesMore('agency', found.messages)) return 'thread-is-full'
  const sent = (await files?.()) ?? []
  if (typeof sent === 'string') return sent
  const [thread, caseId, ordinal] = [found.id, found.case, found.messages + 1]
  const by = { side: 'agency', staff: actor.id as string, at: now }
  if (!(await insertMessage(tx, { ...by, id: press, thread, ordinal, sealed: sealMessage(services.keys, caseId, press, text) }))) return outcomes.lost
  await attachFiles(context, { caseId, thread, message: press, files: sent })
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

/** Begins a conversation about an opened case: everyone on it is told that there is a message. Null: this press has begun it before. */
export async function beginThreadByAgency(
  context: Acting,
  { caseId, receiptNumber, topic, text, press }: { caseId: string; receiptNumber: string; topic: string; text: string; press: string },
): Promise<'unknown-topic' | 'sent-before' | null> {
  const { tx, actor, now, services } = context
  if (!services.agency.messages.topics.includes(topic)) return 'unknown-topic'
  const thread = { id: press, case: caseId, receipt_number: receiptNumber, topic, opened_at: now, opened_by: 'agency' }
  if (!(await insertThread(tx, { ...thread, messages: 1, last_at: now, state: 'answered', waits_since: null }))) return 'sent-before'
  const by = { side: 'agency', staff: actor.id as string, at: now }
  const id = newId()
  await insertMessage(tx, { ...by, id, thread: press, ordinal: 1, sealed: sealMessage(services.keys, caseId, id, text) })
  await insertReading(tx, { ...by, thread: press, up_to: 1 })
  await notify(context, { accounts: await accountsOnCase(tx, caseId), topic: 'messages', mail: { kind: 'correspondence.message', values: {} } })
  return null
}
