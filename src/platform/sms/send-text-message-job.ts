import { asActor, type Tx } from '../db/transaction.ts'
import { textOf } from '../i18n/text.ts'
import type { IsSafeToSend } from '../is-safe-to-send.ts'
import type { Chore, Job, JobContext } from '../jobs/job.ts'
import { openTextMessage } from './queue-text-message.ts'
import {
  deleteOldTextMessages, lockTextMessage, markTextFailed, markTextSent, noteTry, type QueuedTextMessage, unknownAmong,
} from './sms-store.ts'
import { assertTextSafe, SmsFault, type TextMessage, type TextMessageFailure } from './text-message.ts'
import type { TextMessageKind } from './text-message-kind.ts'

/** What every text message has in common. */
export interface TextMessageFrame {
  /** Who sends it: stands before the first line. */
  sender: string
  timeZone: string
  /** The sentence of a demonstration in the message's language; undefined once an operator names itself. */
  demonstration(language: string): string | undefined
}

/**
 * The job that renders and sends one queued message; one that will never be taken is marked, not retried for ever.
 *
 * Once, as far as can be known: that a try begins is committed before it does. When a worker dies or the answer is lost
 * between sending and marking, the next run first asks the provider for a message of this text to this number since
 * then, and takes that for its own; besides, the provider's receipt names the row and settles it. The vendors have no
 * idempotency key for messages (Twilio: error 20500, “POST requests are not idempotent”), so a second copy remains
 * possible where the provider's list does not show yet what it took a moment ago.
 */
export function sendTextMessageJob(kinds: readonly TextMessageKind[], frame: TextMessageFrame, isSafe: IsSafeToSend): Job {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  return {
    task: 'sms.send',
    async run(context, payload) {
      const id = String(payload.message)
      const now = context.services.clock.now()
      const triedBefore = await asActor(context.pool, context.actor, {}, (tx) => noteTry(tx, id, now))
      const failure = await asActor(context.pool, context.actor, {}, async (tx) => {
        const row = await lockTextMessage(tx, id)
        if (row?.state !== 'queued') return null
        const kind = byName.get(row.kind)
        if (!kind) throw new Error(`No text message kind is called ${row.kind}`)
        if (!(await isSafe(tx, { person: row.person, channel: 'text', isAwaited: kind.isAwaited ?? false }))) {
          await markTextFailed(tx, row.id, 'not-sent', now)
          return null
        }
        return settle(context, tx, { row, kind, frame, triedBefore })
      })
      if (failure) context.log.line({ event: 'text-message-failed', task: 'sms.send', reason: failure })
    },
  }
}

interface Sending {
  row: QueuedTextMessage
  kind: TextMessageKind
  frame: TextMessageFrame
  triedBefore: Temporal.Instant | null
}

/** Sends and marks; returns why when it failed for good. Other faults are thrown, and the job retried. */
async function settle(context: JobContext, tx: Tx, sending: Sending): Promise<TextMessageFailure | null> {
  const { row, triedBefore } = sending
  const now = context.services.clock.now()
  const message = messageOf(context, sending)
  if (!message) {
    await markTextSent(tx, row.id, null, now)
    return null
  }
  const fail = async (failure: TextMessageFailure) => {
    await markTextFailed(tx, row.id, failure, now)
    return failure
  }
  try {
    const [found] = triedBefore ? await unknownAmong(tx, await context.services.sms.findSent(message, triedBefore)) : []
    if (!found && message.usefulForSeconds !== undefined && message.usefulForSeconds <= 0) return await fail('too-late')
    const providerId = found ?? (await context.services.sms.send(message)).providerId
    await markTextSent(tx, row.id, providerId, now)
    return null
  } catch (fault) {
    if (fault instanceof SmsFault && !fault.mayRetry) return fail(fault.reason as TextMessageFailure)
    throw fault
  }
}

function messageOf({ services }: JobContext, { row, kind, frame }: Sending): TextMessage | null {
  const { to, values } = openTextMessage(services.keys, row)
  const t = textOf(row.language, frame.timeZone)
  const words = kind.render({ t, values, services, queuedAt: row.queued_at })
  if (!words) return null
  const demonstration = frame.demonstration(row.language)
  const text = [`${frame.sender}: ${words.text}`, ...(demonstration ? [demonstration] : [])].join('\n\n')
  const message: TextMessage = { id: row.id, to, text }
  if (kind.usefulForSeconds !== undefined) {
    const age = services.clock.now().since(row.queued_at).total('seconds')
    message.usefulForSeconds = Math.floor(kind.usefulForSeconds - age)
  }
  assertTextSafe(message, services.publicUrl)
  return message
}

const keptDays = 30

/** Deletes text messages, sent or not, after their month. */
export const sweepTextMessages: Chore = {
  name: 'sms.sweep',
  everySeconds: 3600,
  run: ({ pool, actor, services }) =>
    asActor(pool, actor, {}, (tx) => deleteOldTextMessages(tx, services.clock.now().subtract({ hours: 24 * keptDays }))),
}
