import type { Selectable } from 'kysely'
import type { DB } from '../../../platform/db/tables.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

export type StoredIntake = Selectable<DB['officer.intake']>

/** Intakes, the newest first, and how many there are. */
export async function listIntakes(tx: Tx, { skip, most }: { skip: number; most: number }): Promise<{ intakes: StoredIntake[]; total: number }> {
  const intakes = await tx.selectFrom('officer.intake').selectAll().orderBy('ordinal', 'desc').offset(skip).limit(most).execute()
  const { total } = await tx.selectFrom('officer.intake').select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow()
  return { intakes, total: Number(total) }
}
