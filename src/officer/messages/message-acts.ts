import { answerThread, beginThreadByAgency, closeThread, markReadByAgency } from '../../correspondence/index.ts'
import { isId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { takeAlong } from '../answer-files/gathered-files.ts'
import { notOpened } from '../case-file/opened-case.ts'
import { whoMay } from '../may.ts'
import { openedBehind } from './opened-thread.ts'

interface Place {
  readonly receiptNumber: string
  readonly thread: string
}

/** An officer has a conversation before them: its person sees that the agency read so far. */
export const readMessages = operation({
  name: 'officer.read-messages',
  allow: (actor, _input: { caseId: string; thread: string; upTo: number }) => whoMay('read-messages')(actor) && actor.sessionId !== null,
  refusals: [],
  async run(context, { caseId, thread, upTo }) {
    context.audit({ subject: caseId, detail: { thread } })
    if (!(await markReadByAgency(context, { thread, upTo }))) context.recordedBefore()
  },
})

/** **Send answer**, for an officer who opened the file and has read everything in the conversation. */
export const answerMessage = operation({
  name: 'officer.answer-message',
  allow: (actor, _input: Place & { text: string; seen: number; press: string }) => whoMay('answer-messages')(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'unknown-thread', 'changed-meanwhile', 'thread-is-full', 'files-not-ready'],
  async run(context, input) {
    const { refuse, audit, recordedBefore } = context
    const file = await openedBehind(context, input.receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { thread: input.thread.slice(0, 40) } })
    const answered = isId(input.thread) ? await answerThread(context, { ...input, files: () => takeAlong(context, input.thread) }) : 'unknown-thread'
    if (answered === 'sent-before') recordedBefore()
    else if (typeof answered === 'string') return refuse(answered)
    return { thread: input.thread }
  },
})

/** **No answer needed**, from a conversation that waits. */
export const closeMessages = operation({
  name: 'officer.close-messages',
  allow: (actor, _input: Place & { seen: number }) => whoMay('answer-messages')(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'unknown-thread', 'changed-meanwhile'],
  async run(context, input) {
    const { refuse, audit, recordedBefore } = context
    const file = await openedBehind(context, input.receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { thread: input.thread.slice(0, 40) } })
    const closed = isId(input.thread) ? await closeThread(context, input) : 'unknown-thread'
    if (closed === 'closed-before') recordedBefore()
    else if (typeof closed === 'string') return refuse(closed)
    return { thread: input.thread }
  },
})

/** **Send message**: the agency begins a conversation about a case whose file is opened. */
export const beginMessages = operation({
  name: 'officer.begin-messages',
  allow: (actor, _input: { receiptNumber: string; topic: string; text: string; press: string }) => whoMay('answer-messages')(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'unknown-topic'],
  async run(context, input) {
    const { refuse, audit, recordedBefore } = context
    const file = await openedBehind(context, input.receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { thread: input.press } })
    const begun = await beginThreadByAgency(context, { ...input, caseId: file.id })
    if (begun === 'sent-before') recordedBefore()
    else if (begun) return refuse(begun)
    return { thread: input.press }
  },
})
