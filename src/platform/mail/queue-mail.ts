import { openText, sealText } from '../crypto/field.ts'
import { unawaited } from '../db/transaction.ts'
import type { Keys } from '../crypto/keys.ts'
import { newId } from '../ids.ts'
import type { OperationContext } from '../operation.ts'
import { addressHash } from './events/reach-store.ts'
import { insertQueuedMail, insertQueuedMails, type QueuedMail } from './mail-store.ts'

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

type Queueing = Pick<OperationContext, 'tx' | 'enqueue' | 'services' | 'now'>

function sealed(keys: Keys, { kind, to, person, language, values = {} }: MailToQueue) {
  const id = newId()
  return {
    id,
    kind,
    person,
    language,
    to_sealed: sealText(keys, place(person, id, 'to'), to),
    values_sealed: sealText(keys, place(person, id, 'values'), JSON.stringify(values)),
    address_hash: addressHash(keys, to),
  }
}

/** Queues a mail in the caller's transaction; it leaves from a job, after the commit, and is retried until it is out. */
export async function queueMail(context: Queueing, mail: MailToQueue): Promise<void> {
  const queued = sealed(context.services.keys, mail)
  const inserted = insertQueuedMail(context.tx, { ...queued, queued_at: context.now })
  await Promise.all([unawaited(context.tx, inserted), context.enqueue('mail.send', { mail: queued.id })])
}

/** So many leave from one job: few enough that a mail somebody waits for is not held up by one that has begun. */
const mailsOfTurn = 25

/** The same for many mails: one statement for all of them, and one job for every 25, after everything that somebody waits for. */
export async function queueMails(context: Queueing, mails: readonly MailToQueue[]): Promise<void> {
  if (mails.length === 0) return
  const queued = mails.map((mail) => sealed(context.services.keys, mail))
  await insertQueuedMails(context.tx, queued, context.now)
  for (let from = 0; from < queued.length; from += mailsOfTurn)
    await context.enqueue('mail.send', { mails: queued.slice(from, from + mailsOfTurn).map(({ id }) => id) }, { turn: 'last' })
}

export function openQueuedMail(keys: Keys, mail: QueuedMail): { to: string; values: Record<string, string | number> } {
  return {
    to: openText(keys, place(mail.person, mail.id, 'to'), mail.to_sealed),
    values: JSON.parse(openText(keys, place(mail.person, mail.id, 'values'), mail.values_sealed)),
  }
}
