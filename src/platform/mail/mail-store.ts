import { sql } from 'kysely'
import { compiledOnce } from '../db/compiled-once.ts'
import type { Tx } from '../db/transaction.ts'
import type { MailMessage } from './mail.ts'

export interface QueuedMail {
  id: string
  kind: string
  person: string
  language: string
  to_sealed: Buffer
  values_sealed: Buffer
  queued_at: Temporal.Instant
  sent_at: Temporal.Instant | null
  failed_at: Temporal.Instant | null
}

type MailToInsert = Omit<QueuedMail, 'sent_at' | 'failed_at'> & { address_hash: string }

const insertMail = compiledOnce<MailToInsert, unknown>(
  (db, { id, kind, person, language, to_sealed, values_sealed, address_hash, queued_at }) =>
    db.insertInto('mail.queued').values({ id, kind, person, language, to_sealed, values_sealed, address_hash, queued_at }),
)

export async function insertQueuedMail(tx: Tx, mail: MailToInsert): Promise<void> {
  await insertMail(tx, mail)
}

const insertMails = compiledOnce<{ mails: string; queuedAt: string }, unknown>(
  (_, { mails, queuedAt }) => sql`
    insert into mail.queued (id, kind, person, language, to_sealed, values_sealed, address_hash, queued_at)
    select id, kind, person, language, decode(to_sealed, 'base64'), decode(values_sealed, 'base64'), address_hash, ${queuedAt}::timestamptz
    from json_to_recordset(${mails}::json) as r(id uuid, kind text, person text, language text, to_sealed text, values_sealed text, address_hash text)`,
)

/** Many by one statement. */
export async function insertQueuedMails(tx: Tx, mails: readonly Omit<MailToInsert, 'queued_at'>[], queuedAt: Temporal.Instant): Promise<void> {
  const given = mails.map((mail) => ({ ...mail, to_sealed: mail.to_sealed.toString('base64'), values_sealed: mail.values_sealed.toString('base64') }))
  await insertMails(tx, { mails: JSON.stringify(given), queuedAt: queuedAt.toString() })
}

const lockMail = compiledOnce<{ id: string }, QueuedMail>((db, { id }) =>
  db
    .selectFrom('mail.queued')
    .select(['id', 'kind', 'person', 'language', 'to_sealed', 'values_sealed', 'queued_at', 'sent_at', 'failed_at'])
    .where('id', '=', id)
    .forUpdate()
    .$castTo<QueuedMail>(),
)

/** Locks the row so that two runs of the same job send one after the other; the second finds it sent. */
export async function lockQueuedMail(tx: Tx, id: string): Promise<QueuedMail | undefined> {
  return (await lockMail(tx, { id }))[0]
}

/** The newest mails of a kind, sent or not. */
export async function newestQueuedMail(tx: Tx, kind: string, most: number): Promise<QueuedMail[]> {
  const rows = await tx.selectFrom('mail.queued').selectAll().where('kind', '=', kind).orderBy('queued_at', 'desc').limit(most).execute()
  return rows as QueuedMail[]
}

const markSent = compiledOnce<{ id: string; sentAt: string }, unknown>(
  (_, { id, sentAt }) => sql`update mail.queued set sent_at = ${sentAt}::timestamptz where id = ${id}`,
)

export async function markMailSent(tx: Tx, id: string, sentAt: Temporal.Instant): Promise<void> {
  await markSent(tx, { id, sentAt: sentAt.toString() })
}

const markFailed = compiledOnce<{ id: string; failedAt: string; failure: string }, unknown>(
  (_, { id, failedAt, failure }) =>
    sql`update mail.queued set failed_at = ${failedAt}::timestamptz, failure = ${failure} where id = ${id}`,
)

export async function markMailFailed(tx: Tx, id: string, failedAt: Temporal.Instant, failure: string): Promise<void> {
  await markFailed(tx, { id, failedAt: failedAt.toString(), failure: failure.slice(0, 200) })
}

export async function deleteOldMail(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('mail.queued').where((eb) => eb.or([eb('sent_at', '<', before), eb('failed_at', '<', before)])).execute()
}

export async function deleteOldReach(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('mail.reach').where('last_at', '<', before).execute()
}

/** What a person may see of a mail to them: neither address nor words. */
export type MailDelivery = Pick<QueuedMail, 'kind' | 'queued_at' | 'sent_at' | 'failed_at'> & { delivered_at: Temporal.Instant | null; bounced_at: Temporal.Instant | null }

export async function listDeliveries(tx: Tx, people: readonly string[], most: number): Promise<MailDelivery[]> {
  return tx
    .selectFrom('mail.queued')
    .select(['kind', 'queued_at', 'sent_at', 'failed_at', 'delivered_at', 'bounced_at'])
    .where('person', 'in', people)
    .orderBy('queued_at', 'desc')
    .limit(most)
    .execute()
}

/** One thing the demonstration would have sent. `app` holds the current code of a staff member's authentication app. */
export interface OutboxEntry {
  id: string
  channel: 'email' | 'sms' | 'post' | 'app'
  recipient: string
  subject: string
  body_text: string
  body_html: string
  attachments: { name: string; url: string }[]
  sent_at: Temporal.Instant
}

export const outboxMost = 1000

/** Kept once however often the job runs. */
export async function keepInOutbox(tx: Tx, entry: OutboxEntry): Promise<void> {
  await tx
    .insertInto('mail.demo_outbox')
    .values({ ...entry, attachments: sql`${JSON.stringify(entry.attachments)}::jsonb` })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await sql`delete from mail.demo_outbox where ordinal <= (select max(ordinal) - ${outboxMost} from mail.demo_outbox)`.execute(tx)
}

export async function listOutbox(tx: Tx, most: number): Promise<OutboxEntry[]> {
  const rows = await tx
    .selectFrom('mail.demo_outbox')
    .select(['id', 'channel', 'recipient', 'subject', 'body_text', 'body_html', 'attachments', 'sent_at'])
    .orderBy('ordinal', 'desc')
    .limit(most)
    .execute()
  return rows as unknown as OutboxEntry[]
}

export interface OutboxAttachment {
  entry: string
  name: string
  content_type: string
  bytes: Buffer
}

/** Kept once however often the job runs, and as long as its entry. */
export async function attachInOutbox(tx: Tx, attachment: OutboxAttachment): Promise<void> {
  await sql`
    insert into mail.demo_attachment (entry, name, content_type, bytes)
    select entry.id, ${attachment.name}, ${attachment.content_type}, ${attachment.bytes} from mail.demo_outbox entry
    where entry.id = ${attachment.entry} on conflict do nothing`.execute(tx)
}

export const findAttachment = (tx: Tx, entry: string, name: string): Promise<OutboxAttachment | undefined> =>
  tx.selectFrom('mail.demo_attachment').selectAll().where('entry', '=', entry).where('name', '=', name).executeTakeFirst()

export const outboxEntryOf = (message: MailMessage, sentAt: Temporal.Instant): OutboxEntry => ({
  id: message.id,
  channel: 'email',
  recipient: message.to,
  subject: message.subject,
  body_text: message.text,
  body_html: message.html,
  attachments: [],
  sent_at: sentAt,
})
