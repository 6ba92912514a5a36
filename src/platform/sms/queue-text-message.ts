import { openText, sealText } from '../crypto/field.ts'
import type { Keys } from '../crypto/keys.ts'
import { newId } from '../ids.ts'
import type { OperationContext } from '../operation.ts'
import { insertTextMessage, type QueuedTextMessage } from './sms-store.ts'
import { isE164 } from './text-message.ts'

export interface TextMessageToQueue {
  /** The name of a TextMessageKind. */
  kind: string
  /** E.164, as `phoneNumber` gives it. */
  to: string
  /** Whose data key seals the number and the values: an account's or staff member's id. */
  person: string
  language: string
  /** Ids and plain values; secrets are derived when the message is rendered. */
  values?: Record<string, string | number>
}

const place = (person: string, row: string, column: string) => ({ person, table: 'sms.queued', row, column })

/**
 * Queues a text message in the caller's transaction; it leaves from a job, after the commit, and is retried until it is
 * out or known to be in vain.
 * @returns the message's id, for `textMessageStanding`
 */
export async function queueTextMessage(
  context: Pick<OperationContext, 'tx' | 'enqueue' | 'services' | 'now'>,
  { kind, to, person, language, values = {} }: TextMessageToQueue,
): Promise<string> {
  if (!isE164(to)) throw new Error('A text message is queued for a number in E.164')
  const id = newId()
  const { keys } = context.services
  await insertTextMessage(context.tx, {
    id,
    kind,
    person,
    language,
    to_sealed: sealText(keys, place(person, id, 'to'), to),
    values_sealed: sealText(keys, place(person, id, 'values'), JSON.stringify(values)),
    queued_at: context.now,
  })
  await context.enqueue('sms.send', { message: id })
  return id
}

export function openTextMessage(
  keys: Keys,
  message: Pick<QueuedTextMessage, 'id' | 'person' | 'to_sealed' | 'values_sealed'>,
): { to: string; values: Record<string, string | number> } {
  return {
    to: openText(keys, place(message.person, message.id, 'to'), message.to_sealed),
    values: JSON.parse(openText(keys, place(message.person, message.id, 'values'), message.values_sealed)),
  }
}
