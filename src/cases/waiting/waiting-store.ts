import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { CaseRow } from '../own-case-store.ts'
import type { RequestNews, Waiting, WaitingPlace } from './list-waiting.ts'

/** How many cases one look goes through where a filter is on that no index answers. */
const lookedMost = 2000

export type ListedRow = CaseRow & { protected: boolean; answer_waits: boolean; lapse_waits: boolean }
export type WaitingRow = ListedRow & { fits: boolean }

/**
 * Cases in any of these statuses, the one that has waited longest first, after a place in that order. Each status is read
 * by itself along its index, so that the cost is that of a page, however many wait. The last row may be one that does not
 * fit: the look ended there, and goes on from it.
 */
export async function listWaiting(tx: Tx, waiting: Waiting): Promise<WaitingRow[]> {
  const { statuses, form, office, channel, request, before, after, most } = waiting
  // A request leads along an index of its own, in which no form leads.
  const isFormPicked = Boolean(form && request)
  const look = office || channel || isFormPicked ? Math.max(lookedMost, most) : most
  const { rows } = await sql<WaitingRow>`
    with looked as (
      select near.* from unnest(${statuses}::text[]) as code, lateral (
        select its.* from cases."case" its
        where its.status = code ${form && !isFormPicked ? sql`and its.form = ${form}` : sql``} ${withNews(request)} ${behind(after)}
          ${before ? sql`and its.status_since <= ${before}::timestamptz` : sql``}
        order by its.status_since, its.id limit ${look}) near
      order by near.status_since, near.id limit ${look})
    (select looked.*, true as fits from looked
      where true ${office ? sql`and looked.office = ${office}` : sql``} ${channel ? sql`and looked.channel = ${channel}` : sql``}
        ${isFormPicked ? sql`and looked.form = ${form}` : sql``}
      order by looked.status_since, looked.id limit ${most})
    union all
    (select looked.*, false from looked
      where ${look > most} and (select count(*) from looked) = ${look}
      order by looked.status_since desc, looked.id desc limit 1)`.execute(tx)
  return rows
}

const withNews = (request: RequestNews | null | undefined) =>
  request === 'answered' ? sql`and its.answer_waits` : request === 'lapsed' ? sql`and its.lapse_waits` : sql``

const behind = (after: WaitingPlace | null | undefined) =>
  after ? sql`and (its.status_since, its.id) > (${after.since}::timestamptz, ${after.id}::uuid)` : sql``

/** These cases, as far as who asks may see them; in no order. */
export async function listCasesByIds(tx: Tx, ids: readonly string[]): Promise<ListedRow[]> {
  if (ids.length === 0) return []
  return tx.selectFrom('cases.case').selectAll().where('id', 'in', ids).execute()
}

/** How many cases stand in each of these statuses, counted up to `most` of each. */
export async function countByStatus(tx: Tx, statuses: readonly string[], most: number): Promise<{ status: string; cases: number }[]> {
  const { rows } = await sql<{ status: string; cases: number }>`
    select code as status, (
      select count(*)::int from (select from cases."case" its where its.status = code limit ${most}) counted) as cases
    from unnest(${statuses}::text[]) as code`.execute(tx)
  return rows
}
