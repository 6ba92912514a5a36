import { type Selectable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type PackageRow = Selectable<DB['preparation.package']>
export type AnswerRow = Selectable<DB['preparation.answer']>

/** How a preparation stands, held until the transaction ends. */
export interface Held {
  /** The package that stands; null: none does. */
  readonly package: string | null
  readonly copy: string | null
  readonly filed: boolean
  readonly ended: boolean
}

/**
 * Holds a preparation for one of its two sides or a job: its copy, itself, its package, in the one order in which everybody
 * locks. Undefined: there is none of theirs.
 */
export async function holdPreparation(tx: Tx, preparation: string): Promise<Held | undefined> {
  return (await sql<Held>`select * from preparation.hold(${preparation}::uuid)`.execute(tx)).rows[0]
}

/** Locks the copy of the package that stands, for who goes on to lock the preparation. */
export async function holdCopy(tx: Tx, preparation: string): Promise<void> {
  await sql`select preparation.hold_copy(${preparation}::uuid)`.execute(tx)
}

export const findPackage = (tx: Tx, id: string): Promise<PackageRow | undefined> =>
  tx.selectFrom('preparation.package').selectAll().where('id', '=', id).executeTakeFirst()

export async function recordCopy(tx: Tx, id: string, copy: string): Promise<void> {
  await tx.updateTable('preparation.package').set({ copy }).where('id', '=', id).execute()
}

export async function recordCopied(tx: Tx, id: string, copied_at: Temporal.Instant): Promise<void> {
  await tx.updateTable('preparation.package').set({ copied_at }).where('id', '=', id).execute()
}

/** What was answered to one package. */
export const listAnswers = (tx: Tx, packageId: string): Promise<AnswerRow[]> =>
  tx.selectFrom('preparation.answer').selectAll().where('package', '=', packageId).orderBy('at').execute()

/** That the client is told that it is void. False: they were told before. */
export async function recordVoidTold(tx: Tx, id: string, void_told_at: Temporal.Instant): Promise<boolean> {
  const told = await tx.updateTable('preparation.package').set({ void_told_at }).where('id', '=', id).where('voided_at', 'is not', null).where('void_told_at', 'is', null).executeTakeFirst()
  return told.numUpdatedRows === 1n
}
