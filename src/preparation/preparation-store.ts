import { type Insertable, type Selectable, sql } from 'kysely'
import type { DB } from '../platform/db/tables.ts'
import type { Tx } from '../platform/db/transaction.ts'

export type PreparationRow = Selectable<DB['preparation.preparation']>

/** Row-level security leaves each side what is theirs: the representative's, and what a client took up. */
export const findPreparation = (tx: Tx, id: string): Promise<PreparationRow | undefined> =>
  tx.selectFrom('preparation.preparation').selectAll().where('id', '=', id).executeTakeFirst()

export const lockPreparation = (tx: Tx, id: string): Promise<PreparationRow | undefined> =>
  tx.selectFrom('preparation.preparation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** The preparation that a working draft, or the copy of one, belongs to. */
export const findPreparationOfDraft = (tx: Tx, draft: string): Promise<PreparationRow | undefined> =>
  tx
    .selectFrom('preparation.preparation as its')
    .selectAll('its')
    .where((eb) =>
      eb.or([
        eb('its.draft', '=', draft),
        eb('its.appearance', '=', draft),
        eb.exists(eb.selectFrom('preparation.package as p').select('p.id').whereRef('p.preparation', '=', 'its.id').where('p.copy', '=', draft)),
      ]),
    )
    .orderBy('its.begun_at', 'desc')
    .executeTakeFirst()

/** Adds a preparation unless this representative began one with the same key: of parallel presses one makes it, all get its id. */
export async function insertPreparation(tx: Tx, row: Insertable<DB['preparation.preparation']>): Promise<{ id: string; isNew: boolean }> {
  const added = await tx
    .insertInto('preparation.preparation')
    .values(row)
    .onConflict((conflict) => conflict.columns(['representative', 'start_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) return { id: added.id, isNew: true }
  const { id } = await tx
    .selectFrom('preparation.preparation')
    .select('id')
    .where('representative', '=', row.representative)
    .where('start_key', '=', row.start_key)
    .executeTakeFirstOrThrow()
  return { id, isNew: false }
}

/** The case of this number that a client of whoever acts is on, as the client's own account has it. */
export async function findCaseOfClient(tx: Tx, client: string, receiptNumber: string): Promise<{ id: string; form: string } | undefined> {
  return (await sql<{ id: string; form: string }>`select * from preparation.case_of_client(${client}::uuid, ${receiptNumber})`.execute(tx)).rows[0]
}

/** The preparations for one client of these accounts' of a representative, the last begun first, at most `most`. */
export const listPreparationsFor = (tx: Tx, representatives: readonly string[], client: string, most: number): Promise<PreparationRow[]> =>
  tx
    .selectFrom('preparation.preparation')
    .selectAll()
    .where('representative', 'in', representatives)
    .where('client', '=', client)
    .orderBy('begun_at', 'desc')
    .limit(most)
    .execute()
