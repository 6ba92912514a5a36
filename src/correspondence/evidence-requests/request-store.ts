import { type Insertable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { CaseEnd } from '../ending/case-end.ts'
import type { AnswerSide, RequestState } from './request.ts'

export interface RequestRow {
  id: string
  case: string
  receipt_number: string
  form: string
  kind: string
  sealed: Buffer
  sent_at: Temporal.Instant
  days: number
  mailed: boolean
  due_at: Temporal.Instant
  state: string
  ended_at: Temporal.Instant | null
  way: string | null
  answered_side: string | null
  partial: boolean | null
  late: boolean | null
  ended_with: string | null
  copy_key: string
}

const columns = [
  ...(['id', 'case', 'receipt_number', 'form', 'kind', 'sealed', 'sent_at', 'days', 'mailed', 'due_at', 'state', 'ended_at', 'way'] as const),
  ...(['answered_side', 'partial', 'late', 'ended_with', 'copy_key'] as const),
] as const

/** False: this press has sent it before. */
export async function insertRequest(tx: Tx, request: Insertable<DB['correspondence.evidence_request']>): Promise<boolean> {
  const row = await tx
    .insertInto('correspondence.evidence_request')
    .values(request)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertAsks(tx: Tx, asks: readonly Insertable<DB['correspondence.request_ask']>[]): Promise<void> {
  await tx.insertInto('correspondence.request_ask').values([...asks]).execute()
}

export async function insertEvent(tx: Tx, event: Insertable<DB['correspondence.request_event']>): Promise<void> {
  await tx.insertInto('correspondence.request_event').values(event).execute()
}

export const findRequest = (tx: Tx, { id, receiptNumber }: { id: string; receiptNumber: string }): Promise<RequestRow | undefined> =>
  tx.selectFrom('correspondence.evidence_request').select(columns).where('id', '=', id).where('receipt_number', '=', receiptNumber).executeTakeFirst()

export const findRequestById = (tx: Tx, id: string): Promise<RequestRow | undefined> =>
  tx.selectFrom('correspondence.evidence_request').select(columns).where('id', '=', id).executeTakeFirst()

export async function isPressOf(tx: Tx, id: string, press: string): Promise<boolean> {
  const row = await tx.selectFrom('correspondence.evidence_request').select('id').where('id', '=', id).where('answer_press', '=', press).executeTakeFirst()
  return row !== undefined
}

/** Locks a request: of an answer and whatever else ends it the second sees the first. */
export const lockRequest = (tx: Tx, { id, receiptNumber }: { id: string; receiptNumber: string }): Promise<RequestRow | undefined> =>
  tx
    .selectFrom('correspondence.evidence_request')
    .select(columns)
    .where('id', '=', id)
    .where('receipt_number', '=', receiptNumber)
    .forUpdate()
    .executeTakeFirst()

/** The same for a person: the database lets them hold a request that is open, and read one that is not. */
export const lockOwnRequest = async (tx: Tx, which: { id: string; receiptNumber: string }): Promise<RequestRow | undefined> =>
  (await lockRequest(tx, which)) ?? (await findRequest(tx, which))

/** The newest request of a case that was not answered or withdrawn, locked. */
export const lockUnanswered = (tx: Tx, caseId: string): Promise<RequestRow | undefined> =>
  tx
    .selectFrom('correspondence.evidence_request')
    .select(columns)
    .where('case', '=', caseId)
    .where('state', 'in', ['open', 'lapsed'])
    .orderBy('sent_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()

export async function isOpenOn(tx: Tx, caseId: string): Promise<boolean> {
  const row = await tx.selectFrom('correspondence.evidence_request').select('id').where('case', '=', caseId).where('state', '=', 'open').executeTakeFirst()
  return row !== undefined
}

/** The requests of a case, the newest first. */
export const listRequests = (tx: Tx, caseId: string, most: number): Promise<RequestRow[]> =>
  tx
    .selectFrom('correspondence.evidence_request')
    .select(columns)
    .where('case', '=', caseId)
    .orderBy('sent_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()

export interface AskRow {
  id: string
  ordinal: number
  code: string | null
  files: boolean
  sealed: Buffer | null
  version: number | null
  lacks: boolean | null
  side: AnswerSide | null
  saved_at: Temporal.Instant | null
  answer_sealed: Buffer | null
}

/** What a request asks, in order, each with what was answered so far. */
export async function listAsks(tx: Tx, request: string): Promise<AskRow[]> {
  const { rows } = await sql<AskRow>`
    select ask.id, ask.ordinal, ask.code, ask.files, ask.sealed, answer.version, answer.lacks, answer.side, answer.saved_at,
      answer.sealed as answer_sealed
    from correspondence.request_ask ask left join correspondence.request_answer answer on answer.ask = ask.id
    where ask.request = ${request} order by ask.ordinal`.execute(tx)
  return rows
}

export interface EventRow {
  what: string
  at: Temporal.Instant
  due_from: Temporal.Instant | null
  due_to: Temporal.Instant | null
}

export const listEvents = (tx: Tx, request: string): Promise<EventRow[]> =>
  tx.selectFrom('correspondence.request_event').select(['what', 'at', 'due_from', 'due_to']).where('request', '=', request).orderBy('at').orderBy('id').execute()

interface Ending {
  state: RequestState
  ended_at: Temporal.Instant | null
  way?: 'online' | 'paper' | null
  answered_by?: string
  answer_press?: string
  answered_side?: AnswerSide
  partial?: boolean
  late?: boolean | null
  ended_by?: string
  why_sealed?: Buffer | null
  ended_with?: CaseEnd | null
  seen_at?: null
  seen_by?: null
}

export async function markRequest(tx: Tx, id: string, ending: Ending): Promise<void> {
  await tx.updateTable('correspondence.evidence_request').set(ending).where('id', '=', id).execute()
}

/** An officer has read the answer, or seen that none came. False: that was so before. */
export async function markSeen(tx: Tx, id: string, { by, at }: { by: string; at: Temporal.Instant }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('correspondence.evidence_request')
    .set({ seen_at: at, seen_by: by })
    .where('id', '=', id)
    .where('state', 'in', ['lapsed', 'answered'])
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Whoever decides a case has seen whatever was answered, or not, before. */
export async function markAllSeen(tx: Tx, caseId: string, { by, at }: { by: string; at: Temporal.Instant }): Promise<void> {
  await tx
    .updateTable('correspondence.evidence_request')
    .set({ seen_at: at, seen_by: by })
    .where('case', '=', caseId)
    .where('state', 'in', ['lapsed', 'answered'])
    .where('seen_at', 'is', null)
    .execute()
}

/** Requests that nobody answered in time and no officer has seen since, the longest ago first. */
export const listUnanswered = (tx: Tx, most: number): Promise<RequestRow[]> =>
  tx
    .selectFrom('correspondence.evidence_request')
    .select(columns)
    .where('state', '=', 'lapsed')
    .where('seen_at', 'is', null)
    .orderBy('ended_at')
    .orderBy('id')
    .limit(most)
    .execute()

export async function countUnanswered(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from correspondence.evidence_request where state = 'lapsed' and seen_at is null`.execute(tx)
  return rows[0]?.count ?? 0
}

/** What only the office reads of a request. */
export const findWhy = (tx: Tx, id: string): Promise<{ why_sealed: Buffer | null; seen_at: Temporal.Instant | null; sent_by: string } | undefined> =>
  tx.selectFrom('correspondence.evidence_request').select(['why_sealed', 'seen_at', 'sent_by']).where('id', '=', id).executeTakeFirst()
