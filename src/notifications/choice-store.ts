import { sql } from 'kysely'
import type { Tx } from '../platform/db/transaction.ts'
import { type Choice, type Choices, type Topic, topics, usualChoice } from './topic.ts'

/** A person's choices; where they made none, the usual one. */
export async function readChoices(tx: Tx, account: string): Promise<Choices> {
  const rows = await tx
    .selectFrom('notifications.choice')
    .select(['topic', 'by_email', 'by_text'])
    .where('account', '=', account)
    .execute()
  const made = new Map(rows.map(({ topic, by_email, by_text }) => [topic, { email: by_email, text: by_text }]))
  return Object.fromEntries(topics.map((topic) => [topic, made.get(topic) ?? usualChoice])) as unknown as Choices
}

/** What many people chose for one topic; of who chose nothing there is no entry. */
export async function listChoicesOf(tx: Tx, accounts: readonly string[], topic: Topic): Promise<ReadonlyMap<string, Choice>> {
  const { rows } = await sql<{ account: string; by_email: boolean; by_text: boolean }>`
    select account, by_email, by_text from notifications.choice where account = any (${accounts}::uuid[]) and topic = ${topic}`.execute(tx)
  return new Map(rows.map(({ account, by_email, by_text }) => [account, { email: by_email, text: by_text }]))
}

export async function upsertChoice(tx: Tx, account: string, topic: Topic, choice: Choice, at: Temporal.Instant): Promise<void> {
  const made = { by_email: choice.email, by_text: choice.text, chosen_at: at }
  await tx
    .insertInto('notifications.choice')
    .values({ account, topic, ...made })
    .onConflict((conflict) => conflict.columns(['account', 'topic']).doUpdateSet(made))
    .execute()
}

export const listChoices = (tx: Tx, accounts: readonly string[]) =>
  tx.selectFrom('notifications.choice').selectAll().where('account', 'in', accounts).orderBy('chosen_at').orderBy('topic').execute()

/** Whoever closes their account is told of nothing any more. */
export async function deleteChoices(tx: Tx, accounts: readonly string[]): Promise<void> {
  await tx.deleteFrom('notifications.choice').where('account', 'in', accounts).execute()
}
