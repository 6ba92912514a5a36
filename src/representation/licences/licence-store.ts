import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

type Table = DB['representation.licence']
export type LicenceRow = Selectable<Table>

/** What these accounts of one person state and have not removed. */
export const listLicences = (tx: Tx, accounts: readonly string[]): Promise<LicenceRow[]> =>
  tx.selectFrom('representation.licence').selectAll().where('account', 'in', accounts).where('removed_at', 'is', null).orderBy('authority').execute()

/** All of it, what was removed too. */
export const listLicencesOf = (tx: Tx, accounts: readonly string[]): Promise<LicenceRow[]> =>
  tx.selectFrom('representation.licence').selectAll().where('account', 'in', accounts).orderBy('stated_at').orderBy('id').execute()

export const findLicence = (tx: Tx, id: string): Promise<LicenceRow | undefined> =>
  tx.selectFrom('representation.licence').selectAll().where('id', '=', id).executeTakeFirst()

export const lockLicence = (tx: Tx, id: string): Promise<LicenceRow | undefined> =>
  tx.selectFrom('representation.licence').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Adds a licence; of two of one authority at once the second is not added, and false is returned. One that was removed gives way. */
export async function insertLicence(tx: Tx, licence: Insertable<Table> & { account: string; authority: string }): Promise<boolean> {
  await tx
    .deleteFrom('representation.licence')
    .where('account', '=', licence.account)
    .where('authority', '=', licence.authority)
    .where('removed_at', 'is not', null)
    .execute()
  const { rows } = await sql`
    insert into representation.licence (id, account, kind, authority, number_sealed, number_hash, admitted_on, expires_on, stated_at)
    values (${licence.id}::uuid, ${licence.account}::uuid, ${licence.kind}, ${licence.authority}, ${licence.number_sealed ?? null}, ${licence.number_hash ?? null}, ${licence.admitted_on}::date, ${licence.expires_on ?? null}::date,
      ${licence.stated_at}::timestamptz)
    on conflict (account, authority) where removed_at is null do nothing
    returning id`.execute(tx)
  return rows.length === 1
}

/** The one of this authority that one of these accounts of a person states. */
export const findStanding = (tx: Tx, accounts: readonly string[], authority: string): Promise<LicenceRow | undefined> =>
  tx
    .selectFrom('representation.licence')
    .selectAll()
    .where('account', 'in', accounts)
    .where('authority', '=', authority)
    .where('removed_at', 'is', null)
    .executeTakeFirst()

export async function updateLicence(tx: Tx, id: string, facts: Updateable<Table>): Promise<void> {
  await tx.updateTable('representation.licence').set(facts).where('id', '=', id).execute()
}

/** What nobody looked at yet, the longest wait first, after a place in that order. */
export async function listToCheck(tx: Tx, { after, most }: { after: { at: string; id: string } | null; most: number }): Promise<LicenceRow[]> {
  let query = tx.selectFrom('representation.licence').selectAll().where('state', '=', 'claimed').where('removed_at', 'is', null)
  if (after) query = query.where(sql<boolean>`(stated_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)`)
  return query.orderBy('stated_at').orderBy('id').limit(most).execute()
}

export async function countLicencesToCheck(tx: Tx): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from representation.licence where state = 'claimed' and removed_at is null`.execute(tx)
  return rows[0]?.waiting ?? 0
}

export const deleteRemoved = async (tx: Tx, before: Temporal.Instant): Promise<void> => {
  await tx.deleteFrom('representation.licence').where('removed_at', '<', before).execute()
}

export const deleteLicencesOf = async (tx: Tx, accounts: readonly string[]): Promise<void> => {
  await tx.deleteFrom('representation.licence').where('account', 'in', accounts).execute()
}

/**
 * Licences of which somebody is to be told that they end, marked as told, so that no other turn takes them. Where more than one
 * day has come due the nearest alone counts; a day that was past when it was stated does not, nor one a week behind.
 */
export async function takeEnding(tx: Tx, { now, today, days, most }: { now: Temporal.Instant; today: Temporal.PlainDate; days: readonly number[]; most: number }): Promise<{ account: string; expires_on: Temporal.PlainDate }[]> {
  const { rows } = await sql<{ account: string; expires_on: Temporal.PlainDate }>`
    with due as (
      select its.id, next.days
      from representation.licence its cross join lateral (
        select min(days) as days from unnest(${days}::int[]) days
        where its.expires_on - days <= ${today}::date and (its.expires_on - days)::timestamptz > its.stated_at
      ) next
      where its.removed_at is null and its.expires_on between ${today}::date - 7 and ${today}::date + ${Math.max(...days)}::int
        and its.stated_at <= ${now} and next.days < coalesce(its.reminded_days, 32000)
      order by its.expires_on, its.id
      limit ${most}
      for update of its skip locked
    )
    update representation.licence set reminded_days = due.days
    from due where licence.id = due.id
    returning licence.account, licence.expires_on`.execute(tx)
  return rows
}
