import type { Selectable } from 'kysely'
import type { DB } from '../../../platform/db/tables.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { RowFault } from '../file/faults.ts'

export type StoredIntake = Selectable<DB['officer.intake']>

/** Intakes, the newest first, and how many there are. */
export async function listIntakes(tx: Tx, { skip, most }: { skip: number; most: number }): Promise<{ intakes: StoredIntake[]; total: number }> {
  const intakes = await tx.selectFrom('officer.intake').selectAll().orderBy('ordinal', 'desc').offset(skip).limit(most).execute()
  const { total } = await tx.selectFrom('officer.intake').select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow()
  return { intakes, total: Number(total) }
}

export const findIntake = (tx: Tx, id: string): Promise<StoredIntake | undefined> =>
  tx.selectFrom('officer.intake').selectAll().where('id', '=', id).executeTakeFirst()

/** The file that is being read now: of those that have not ended, the one that was brought first. */
export async function findTurn(tx: Tx): Promise<string | null> {
  const row = await tx
    .selectFrom('officer.intake')
    .select('id')
    .where('ended_at', 'is', null)
    .where('storage_key', 'is not', null)
    .orderBy('ordinal')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

export interface Refusal {
  readonly line: number
  readonly faults: readonly RowFault[]
}

/** Refused rows in the order of their lines, without what they say. */
export const listRefusals = (tx: Tx, intake: string, { skip, most }: { skip: number; most: number }): Promise<Refusal[]> =>
  tx.selectFrom('officer.intake_refusal').select(['line', 'faults']).where('intake', '=', intake).orderBy('line').offset(skip).limit(most).$castTo<Refusal>().execute()

/** Those behind a line, sealed as they are kept. */
export const listSealedRefusals = (tx: Tx, intake: string, { behind, most }: { behind: number; most: number }): Promise<(Refusal & { sealed: Buffer })[]> =>
  tx
    .selectFrom('officer.intake_refusal')
    .select(['line', 'faults', 'sealed'])
    .where('intake', '=', intake)
    .where('line', '>', behind)
    .orderBy('line')
    .limit(most)
    .$castTo<Refusal & { sealed: Buffer }>()
    .execute()

export async function countRefusals(tx: Tx, intake: string): Promise<number> {
  const { kept } = await tx.selectFrom('officer.intake_refusal').select(({ fn }) => fn.countAll().as('kept')).where('intake', '=', intake).executeTakeFirstOrThrow()
  return Number(kept)
}
