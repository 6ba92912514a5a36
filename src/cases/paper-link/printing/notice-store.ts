import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/transaction.ts'
import { isUndone } from './print-store.ts'

/** Ends the codes whose days are over. */
export async function expireNotices(tx: Tx, at: Temporal.Instant, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    update cases.access_notice set ended_at = ${at}, ended_as = 'expired'
    where id in (
      select id from cases.access_notice
      where ended_at is null and code_hash is not null and expires_at <= ${at}
      order by expires_at limit ${most} for update skip locked
    )`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

const isApart = sql`letter.apart_at is not null and letter.withdrawn_at is null and letter.printed_at is null`

/**
 * Letters that wait, of notices that ended, are not printed any more; one that is locked comes next time. What waits is looked
 * through and not what ended: that grows for ever.
 */
export async function withdrawLetters(tx: Tx, { at, most }: { at: Temporal.Instant; most: number }): Promise<number> {
  let withdrawn = 0
  for (const its of [isUndone, isApart]) {
    const { numAffectedRows } = await sql`
    update cases.letter set withdrawn_at = ${at}, sealed = null
    where id in (
      select letter.id from cases.letter letter
      join cases.access_notice notice on notice.id = letter.notice and notice.ended_at is not null
      where ${its}
      limit ${most} for update of letter skip locked
    )`.execute(tx)
    withdrawn += Number(numAffectedRows ?? 0n)
  }
  return withdrawn
}

export interface NoticeToRemind {
  id: string
  case: string
  addressee: 'applicant' | 'representative'
  account: string | null
  expires_at: Temporal.Instant
  receipt_number: string
  form: string
  received_on: Temporal.PlainDate
  sealed: Buffer
}

/** Codes that end before then and whose holders were not reminded. */
export async function lockToRemind(tx: Tx, { now, expiresBefore, most }: { now: Temporal.Instant; expiresBefore: Temporal.Instant; most: number }): Promise<NoticeToRemind[]> {
  const { rows } = await sql<NoticeToRemind>`
    select notice.id, notice."case", notice.addressee, notice.account, notice.expires_at,
      its.receipt_number, its.form, its.received_on, paper.sealed
    from cases.access_notice notice
    join cases."case" its on its.id = notice."case"
    join cases.paper_filing paper on paper."case" = notice."case"
    where notice.ended_at is null and notice.code_hash is not null and notice.reminded_at is null
      and notice.expires_at <= ${expiresBefore} and notice.expires_at > ${now}
    order by notice.expires_at limit ${most} for update of notice skip locked`.execute(tx)
  return rows
}

export async function markReminded(tx: Tx, ids: readonly string[], at: Temporal.Instant): Promise<void> {
  await sql`update cases.access_notice set reminded_at = ${at} where id = any(${ids}::uuid[])`.execute(tx)
}
