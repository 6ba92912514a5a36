import type { Selectable } from 'kysely'
import type { DB } from '../platform/db/tables.ts'
import type { Tx } from '../platform/db/transaction.ts'

export type PreparationRow = Selectable<DB['preparation.preparation']>

/** Row-level security leaves each side what is theirs: the representative's, and what a client took up. */
export const findPreparation = (tx: Tx, id: string): Promise<PreparationRow | undefined> =>
  tx.selectFrom('preparation.preparation').selectAll().where('id', '=', id).executeTakeFirst()

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
