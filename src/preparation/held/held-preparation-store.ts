import { type Selectable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { PreparationRow } from '../preparation-store.ts'

/** What these accounts have to do with, on either side. */
export const listPreparationsOf = (tx: Tx, accounts: readonly string[]): Promise<PreparationRow[]> =>
  tx
    .selectFrom('preparation.preparation')
    .selectAll()
    .where((or) => or.or([or('representative', 'in', accounts), or('client_account', 'in', accounts)]))
    .orderBy('begun_at')
    .orderBy('id')
    .execute()

export const listPasscodesOf = (tx: Tx, preparations: readonly string[]): Promise<Selectable<DB['preparation.passcode']>[]> =>
  tx.selectFrom('preparation.passcode').selectAll().where('preparation', 'in', preparations).orderBy('issued_at').execute()

export const listPackagesOf = (tx: Tx, preparations: readonly string[]): Promise<Selectable<DB['preparation.package']>[]> =>
  tx.selectFrom('preparation.package').selectAll().where('preparation', 'in', preparations).orderBy('laid_at').execute()

export const listAnswersOf = (tx: Tx, accounts: readonly string[]): Promise<Selectable<DB['preparation.answer']>[]> =>
  tx.selectFrom('preparation.answer').selectAll().where('account', 'in', accounts).orderBy('at').orderBy('id').execute()

/** Ends what these accounts prepare or took up, where it has not ended, as the one who closes their account. */
export async function endPreparationsOf(tx: Tx, accounts: readonly string[], at: Temporal.Instant): Promise<void> {
  for (const [column, ended_from] of [['representative', 'representative'], ['client_account', 'client']] as const)
    await tx.updateTable('preparation.preparation').set({ ended_at: at, ended_from }).where(column, 'in', accounts).where('ended_at', 'is', null).execute()
}

/**
 * Removes preparations that were never filed, whose drafts and copies are gone, and in which nothing was done since, but those of
 * `except` on either side, at most `most` at a time; says how many.
 */
export async function removeUnfiledBefore(tx: Tx, before: Temporal.Instant, { most, except }: { most: number; except: readonly string[] }): Promise<number> {
  const held = [...except]
  const { rows } = await sql<{ id: string }>`
    delete from preparation.preparation where id in (
      select its.id from preparation.preparation its
      where its.filed_at is null and its.draft is null
        and greatest(its.begun_at, its.linked_at, its.ended_at, (select max(greatest(p.laid_at, p.voided_at)) from preparation.package p where p.preparation = its.id)) < ${before.toString()}::timestamptz
        and not exists (select from filing.draft d where d.id = its.appearance)
        and not exists (select from preparation.package p where p.preparation = its.id and p.copy is not null)
        and its.representative <> all (${held}::uuid[]) and (its.client_account is null or its.client_account <> all (${held}::uuid[]))
      order by its.begun_at limit ${most})
    returning id`.execute(tx)
  return rows.length
}
