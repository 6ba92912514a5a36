import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

export interface WithdrawnRow {
  id: string
  account: string
  ended_at: Temporal.Instant
  ended_from: string
  name_sealed: Buffer | null
}

const columns = ['id', 'account', 'ended_at', 'ended_from', 'name_sealed'] as const

/** Of these accounts, the newest first, after a place in that order. */
export async function listWithdrawn(tx: Tx, accounts: readonly string[], { after, most }: { after: { at: string; id: string } | null; most: number }): Promise<WithdrawnRow[]> {
  let query = tx.selectFrom('representation.withdrawn_appearance').select(columns).where('account', 'in', accounts)
  if (after) query = query.where(sql<boolean>`(ended_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  return query.orderBy('ended_at', 'desc').orderBy('id', 'desc').limit(most).execute()
}

/** All of them, the oldest first. */
export const listWithdrawnOf = (tx: Tx, accounts: readonly string[]): Promise<WithdrawnRow[]> =>
  tx.selectFrom('representation.withdrawn_appearance').select(columns).where('account', 'in', accounts).orderBy('ended_at').orderBy('id').execute()

/** One whose name is still to be written down, locked; undefined: it is, or it is gone. */
export const lockToName = (tx: Tx, id: string): Promise<{ id: string; account: string; to_name: string | null } | undefined> =>
  tx.selectFrom('representation.withdrawn_appearance').select(['id', 'account', 'to_name']).where('id', '=', id).where('to_name', 'is not', null).forUpdate().executeTakeFirst()

/** Writes the name down; from then on nothing here leads to the case. */
export async function recordName(tx: Tx, id: string, name: Buffer): Promise<void> {
  await tx.updateTable('representation.withdrawn_appearance').set({ name_sealed: name, to_name: null }).where('id', '=', id).execute()
}

export async function deleteWithdrawnOf(tx: Tx, accounts: readonly string[]): Promise<void> {
  await tx.deleteFrom('representation.withdrawn_appearance').where('account', 'in', accounts).execute()
}
