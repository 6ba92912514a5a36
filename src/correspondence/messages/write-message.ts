import { partyCase } from '../../cases/index.ts'
import { openTray, submitTray } from '../../evidence/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { isId, newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { tellOthers } from '../telling/tell-others.ts'
import { sealMessage, type Side, sideOf, takesMore } from './message.ts'
import { insertMessage, insertReading, isSent } from './message-store.ts'
import { isSomebody } from './own-threads.ts'
import { insertThread, isThreadOf, lockThread, markThread } from './thread-store.ts'

const filesPerMessageMost = 5

/** More than anybody has to say in a day, and less than fills the office's queue. */
const messagesADay = { name: 'messages.write', most: 30, withinSeconds: 86_400, of: ({ actor }: { actor: Actor }) => actor.id }

const notSent = ['no-such-tray', 'submitted-before', 'files-not-ready'] as const
type NotSent = (typeof notSent)[number]

interface Written {
  readonly receiptNumber: string
  readonly text: string
  /** Made with the page: sent again, nothing more is written. */
  readonly press: string
  /** The tray whose files go with it. */
  readonly tray?: string | undefined
}

type Writing = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services'>

/** The message in its place, and that whoever wrote it had read so far. */
async function write({ tx, actor, now, services }: Writing, said: { id: string; thread: string; caseId: string; ordinal: number; side: Side; text: string; tray: string | null }): Promise<void> {
  const { id, thread, caseId, ordinal, side, text, tray } = said
  const by = { side, account: actor.id as string, at: now }
  await insertMessage(tx, { ...by, id, thread, ordinal, tray, sealed: sealMessage(services.keys, caseId, id, text) })
  await insertReading(tx, { ...by, thread, up_to: ordinal })
}

/** Sends the files that go with a message, where there are any: an open tray with none in it goes along with nothing. */
async function filesToSend(context: Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services'>, { tray, caseId }: { tray: string | undefined; caseId: string }): Promise<NotSent | { tray: string | null }> {
  if (!tray) return { tray: null }
  const sent = isId(tray) ? await submitTray(context, { tray, caseId }) : 'no-such-tray'
  if (sent === 'no-files') return { tray: null }
  return typeof sent === 'string' ? sent : { tray }
}

/** Begins a conversation about a case: its first message waits for the agency. */
export const beginThread = operation({
  name: 'messages.begin',
  allow: (actor, _written: Written & { topic: string }) => isSomebody(actor),
  limits: [messagesADay],
  refusals: ['unknown-case', 'unknown-topic', ...notSent],
  async run(context, { receiptNumber, topic, text, press, tray }) {
    const { tx, actor, now, services, refuse, audit, recordedBefore } = context
    const found = await partyCase(context, receiptNumber, 'send-messages')
    if (!found) return refuse('unknown-case')
    audit({ subject: found.id, account: actor.id as string, detail: { thread: press } })
    if (!services.agency.messages.topics.includes(topic)) return refuse('unknown-topic')
    const side = sideOf(found.role)
    const waiting = { messages: 1, last_at: now, state: 'waits', waits_since: now }
    const its = { id: press, case: found.id, receipt_number: found.receiptNumber, topic, opened_at: now, opened_by: side, ...waiting }
    if (await insertThread(tx, its)) {
      const files = await filesToSend(context, { tray, caseId: found.id })
      if (typeof files === 'string') return refuse(files)
      await write(context, { id: newId(), thread: press, caseId: found.id, ordinal: 1, side, text, ...files })
      await tellOthers(context, { id: press, caseId: found.id, receiptNumber: found.receiptNumber })
    } else if (await isThreadOf(tx, { id: press, caseId: found.id })) recordedBefore()
    else return refuse('unknown-case')
    return { thread: press }
  },
})

/** Writes on in a conversation: it waits for the agency again, also where no answer was needed before. */
export const writeOn = operation({
  name: 'messages.write-on',
  allow: (actor, _written: Written & { thread: string }) => isSomebody(actor),
  limits: [messagesADay],
  refusals: ['unknown-thread', 'thread-is-full', ...notSent],
  async run(context, { receiptNumber, thread, text, press, tray }) {
    const { tx, actor, now, refuse, audit, recordedBefore } = context
    const on = isId(thread) ? await partyCase(context, receiptNumber, 'send-messages') : null
    const found = on ? await lockThread(tx, { id: thread, receiptNumber }) : undefined
    if (!on || !found) return refuse('unknown-thread')
    audit({ subject: on.id, account: actor.id as string, detail: { thread } })
    if (await isSent(tx, { id: press, thread })) {
      recordedBefore()
      return { thread }
    }
    const side = sideOf(on.role)
    if (!takesMore(side, found.messages)) return refuse('thread-is-full')
    const ordinal = found.messages + 1
    const files = await filesToSend(context, { tray, caseId: on.id })
    if (typeof files === 'string') return refuse(files)
    await write(context, { id: press, thread, caseId: on.id, ordinal, side, text, ...files })
    await tellOthers(context, { id: press, caseId: on.id, receiptNumber })
    await markThread(tx, thread, { messages: ordinal, last_at: now, state: 'waits', waits_since: found.waits_since ?? now })
    return { thread }
  },
})

/** **Add files**: opens the tray that gathers what goes with the next message, of a new conversation or of one that is there. */
export const gatherForMessage = operation({
  name: 'messages.gather',
  allow: (actor, _input: { receiptNumber: string; thread: string | null }) => isSomebody(actor),
  refusals: ['unknown-case'],
  async run(context, { receiptNumber, thread }) {
    const { tx, actor, refuse, audit } = context
    const found = await partyCase(context, receiptNumber, 'send-messages')
    if (!found || (thread !== null && !(isId(thread) && (await isThreadOf(tx, { id: thread, caseId: found.id }))))) return refuse('unknown-case')
    audit({ subject: found.id, account: String(actor.id) })
    const page = thread ? paths.messageThread({ receiptNumber, thread }) : paths.messages({ receiptNumber })
    return { tray: await openTray(context, { caseId: found.id, purpose: 'message', subject: thread, page, filesMost: filesPerMessageMost }) }
  },
})
