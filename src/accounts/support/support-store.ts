import { type Insertable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { SupportRequest, SupportStepKind } from './support-request.ts'

/** Keeps a request once; false when it is there already. */
export async function insertSupportRequest(tx: Tx, request: Insertable<DB['accounts.support_request']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('accounts.support_request')
    .values(request)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export function findFollowed(tx: Tx, hashes: readonly string[]): Promise<SupportRequest | undefined> {
  return tx.selectFrom('accounts.support_request').selectAll().where('token_hash', 'in', hashes).executeTakeFirst()
}

/** What was done, in the columns the person may see: never by whom. */
export async function listToldSteps(tx: Tx, request: string, kinds: readonly SupportStepKind[]) {
  return tx
    .selectFrom('accounts.support_step')
    .select(['kind', 'answer', 'at'])
    .where('request', '=', request)
    .where('kind', 'in', [...kinds])
    .orderBy('at')
    .limit(50)
    .execute()
}

export interface QueuedRequest {
  id: string
  tracking_number: string
  topic: string
  sent_at: Temporal.Instant
  answered_at: Temporal.Instant | null
}

/** Open requests, the longest-waiting first: reports of deceivers, or everything else. */
export function listOpenRequests(
  tx: Tx,
  most: number,
  { after, isReports }: { after: { sentAt: Temporal.Instant; id: string } | null; isReports: boolean },
): Promise<QueuedRequest[]> {
  let listing = tx
    .selectFrom('accounts.support_request')
    .select(['id', 'tracking_number', 'topic', 'sent_at', 'answered_at'])
    .where('closed_at', 'is', null)
    .where('topic', isReports ? '=' : '<>', 'report')
  if (after) listing = listing.where(sql<boolean>`(sent_at, id) > (${after.sentAt}::timestamptz, ${after.id}::uuid)`)
  return listing.orderBy('sent_at').orderBy('id').limit(most).execute()
}

/** Reports of people who deceive others that nobody has closed. */
export async function countOpenReports(tx: Tx): Promise<number> {
  const { rows } = await sql<{ open: number }>`select count(*)::int as open from accounts.support_request where closed_at is null and topic = 'report'`.execute(tx)
  return rows[0]?.open ?? 0
}

export const listRequestsOf = (tx: Tx, account: string, most: number): Promise<(QueuedRequest & { closed_at: Temporal.Instant | null })[]> =>
  tx
    .selectFrom('accounts.support_request')
    .select(['id', 'tracking_number', 'topic', 'sent_at', 'answered_at', 'closed_at'])
    .where('account', '=', account)
    .orderBy('sent_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()

export function findByTrackingNumber(tx: Tx, trackingNumber: string): Promise<SupportRequest | undefined> {
  return tx
    .selectFrom('accounts.support_request')
    .selectAll()
    .where('tracking_number', '=', trackingNumber)
    .executeTakeFirst()
}

/** Locks the request, so that of two presses of one button the second finds what the first did. */
export function lockByTrackingNumber(tx: Tx, trackingNumber: string): Promise<SupportRequest | undefined> {
  return tx
    .selectFrom('accounts.support_request')
    .selectAll()
    .where('tracking_number', '=', trackingNumber)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertStep(tx: Tx, step: Insertable<DB['accounts.support_step']>): Promise<void> {
  await tx.insertInto('accounts.support_step').values(step).execute()
}

export async function wasOpenedIn(tx: Tx, request: string, session: string): Promise<boolean> {
  const found = await tx
    .selectFrom('accounts.support_step')
    .select('id')
    .where('request', '=', request)
    .where('session', '=', session)
    .where('kind', '=', 'opened')
    .executeTakeFirst()
  return found !== undefined
}

export function listSteps(tx: Tx, request: string, most: number) {
  return tx
    .selectFrom('accounts.support_step')
    .select(['id', 'staff', 'role', 'kind', 'reason', 'answer', 'at'])
    .where('request', '=', request)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
}

export async function markAnswered(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.support_request').set({ answered_at: at }).where('id', '=', id).execute()
}

export async function markClosed(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.support_request').set({ closed_at: at }).where('id', '=', id).where('closed_at', 'is', null).execute()
}

/** A step whose job has not run, with the account of its request. */
export function lockUndoneStep(tx: Tx, id: string) {
  return tx
    .selectFrom('accounts.support_step as step')
    .innerJoin('accounts.support_request as request', 'request.id', 'step.request')
    .select(['step.id', 'step.kind', 'step.recovery', 'request.account'])
    .where('step.id', '=', id)
    .where('step.done_at', 'is', null)
    .forUpdate('step')
    .executeTakeFirst()
}

export async function markStepDone(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.support_step').set({ done_at: at }).where('id', '=', id).execute()
}

export async function deleteOldSupportRequests(
  tx: Tx,
  { closedBefore, sentBefore }: { closedBefore: Temporal.Instant; sentBefore: Temporal.Instant },
): Promise<void> {
  await tx
    .deleteFrom('accounts.support_request')
    .where((eb) => eb.or([eb('closed_at', '<', closedBefore), eb('sent_at', '<', sentBefore)]))
    .execute()
}
