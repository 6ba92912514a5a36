import { openText, sealText } from '../crypto/field.ts'
import { unawaited } from '../db/transaction.ts'
import type { Keys } from '../crypto/keys.ts'
import { newId } from '../ids.ts'
import type { OperationContext } from '../operation.ts'
import { insertQueuedMail, type QueuedMail } from './mail-store.ts'

export interface MailToQueue {
  /** The name of a MailKind. */
  kind: string
  to: string
  /** Whose data key seals the address and the values: an account's or staff member's id. */
  person: string
  language: string
  /** Ids and plain values; secrets are derived when the mail is rendered. */
  values?: Record<string, string | number>
}

const place = (person: string, row: string, column: string) => ({ person, table: 'mail.queued', row, column })

/** Queues a mail in the caller's transaction; it leaves from a job, after the commit, and is retried until it is out. */
export async function queueMail(
  context: Pick<OperationContext, 'tx' | 'enqueue' | 'services' | 'now'>,
  { kind, to, person, language, values = {} }: MailToQueue,
): Promise<void> {
  const id = newId()
  const { keys } = context.services
  const inserted = insertQueuedMail(context.tx, {
    id,
    kind,
    person,
    language,
    to_sealed: sealText(keys, place(person, id, 'to'), to),
    values_sealed: sealText(keys, place(person, id, 'values'), JSON.stringify(values)),
    queued_at: context.now,
  })
  await Promise.all([unawaited(context.tx, inserted), context.enqueue('mail.send', { mail: id })])
}

export function openQueuedMail(keys: Keys, mail: QueuedMail): { to: string; values: Record<string, string | number> } {
  return {
    to: openText(keys, place(mail.person, mail.id, 'to'), mail.to_sealed),
    values: JSON.parse(openText(keys, place(mail.person, mail.id, 'values'), mail.values_sealed)),
  }
}
