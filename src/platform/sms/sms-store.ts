import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import type { TextMessageFailure, TextMessageReceipt } from './text-message.ts'

export interface QueuedTextMessage {
  id: string
  kind: string
  person: string
  language: string
  to_sealed: Buffer
  values_sealed: Buffer
  queued_at: Temporal.Instant
  tried_at: Temporal.Instant | null
  state: 'queued' | 'sent' | 'delivered' | 'failed'
}

export async function insertTextMessage(tx: Tx, message: Omit<QueuedTextMessage, 'tried_at' | 'state'>): Promise<void> {
  await tx.insertInto('sms.queued').values({ ...message, state_at: message.queued_at }).execute()
}

/** Locks the row so that two runs of the same job send one after the other; the second finds it sent. */
export async function lockTextMessage(tx: Tx, id: string): Promise<QueuedTextMessage | undefined> {
  return tx
    .selectFrom('sms.queued')
    .select(['id', 'kind', 'person', 'language', 'to_sealed', 'values_sealed', 'queued_at', 'tried_at', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst() as Promise<QueuedTextMessage | undefined>
}

/** The newest messages of a kind, sent or not. */
export async function newestTextMessages(tx: Tx, kind: string, most: number): Promise<QueuedTextMessage[]> {
  const rows = await tx.selectFrom('sms.queued').selectAll().where('kind', '=', kind).orderBy('queued_at', 'desc').limit(most).execute()
  return rows as unknown as QueuedTextMessage[]
}

/** Notes that a first try begins. Null when an earlier one had: then it says when. */
export async function noteTry(tx: Tx, id: string, now: Temporal.Instant): Promise<Temporal.Instant | null> {
  const before = await tx.selectFrom('sms.queued').select('tried_at').where('id', '=', id).forUpdate().executeTakeFirst()
  if (before && before.tried_at === null) await tx.updateTable('sms.queued').set({ tried_at: now }).where('id', '=', id).execute()
  return before?.tried_at ?? null
}

/** `providerId` null: there was nothing to send after all. */
export async function markTextSent(tx: Tx, id: string, providerId: string | null, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('sms.queued').set({ state: 'sent', state_at: now, provider_id: providerId }).where('id', '=', id).execute()
}

export async function markTextFailed(tx: Tx, id: string, failure: TextMessageFailure, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('sms.queued').set({ state: 'failed', state_at: now, failure }).where('id', '=', id).execute()
}

/** Those of the provider's ids that no message of ours is known by yet. */
export async function unknownAmong(tx: Tx, providerIds: readonly string[]): Promise<string[]> {
  if (providerIds.length === 0) return []
  const known = await tx.selectFrom('sms.queued').select('provider_id').where('provider_id', 'in', [...providerIds]).execute()
  return providerIds.filter((id) => !known.some(({ provider_id }) => provider_id === id))
}

export async function deleteOldTextMessages(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('sms.queued').where('queued_at', '<', before).execute()
}

/** Notes what the provider says became of a message; true when that was news. */
export async function noteReceipt(tx: Tx, receipt: TextMessageReceipt, now: Temporal.Instant): Promise<boolean> {
  const { message, providerId, state, failure } = receipt
  const { rows } = await sql<{ isNews: boolean }>`
    select sms.note_receipt(${message}::uuid, ${providerId}, ${state}, ${failure}, ${now}) as "isNews"`.execute(tx)
  return rows[0]?.isNews ?? false
}

export interface TextMessageStanding {
  state: 'queued' | 'sent' | 'delivered' | 'failed'
  /** Only with `failed`: a code that may be shown. */
  failure: TextMessageFailure | null
}

/** How a text message stands, for whoever knows its id; null when there is none, or no longer. */
export async function textMessageStanding(tx: Tx, id: string): Promise<TextMessageStanding | null> {
  const { rows } = await sql<TextMessageStanding>`select state, failure from sms.standing(${id}::uuid)`.execute(tx)
  return rows[0] ?? null
}

/** What a person may see of a text message to them: neither number nor words. */
export type TextDelivery = { kind: string; queued_at: Temporal.Instant; state: string }

export async function listTextDeliveries(tx: Tx, people: readonly string[], most: number): Promise<TextDelivery[]> {
  return tx
    .selectFrom('sms.queued')
    .select(['kind', 'queued_at', 'state'])
    .where('person', 'in', people)
    .orderBy('queued_at', 'desc')
    .limit(most)
    .execute()
}
