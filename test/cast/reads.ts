import { sql } from 'kysely'
import type { Tx } from '../../src/platform/db/transaction.ts'

/** How often a table was read whole, and how often through an index. */
export interface Reads {
  table: string
  whole: number
  indexed: number
}

async function countsOf(tx: Tx, schema: string): Promise<Reads[]> {
  const { rows } = await sql<Reads>`
    select relname as table, seq_scan as whole, idx_scan as indexed from pg_stat_xact_user_tables
    where schemaname = ${schema} order by relname`.execute(tx)
  return rows
}

/** What `work` reads of a schema's tables, by the database's own count; tables it does not touch are left out. */
export async function readsOf(tx: Tx, schema: string, work: () => Promise<unknown>): Promise<Reads[]> {
  const before = await countsOf(tx, schema)
  await work()
  const after = await countsOf(tx, schema)
  return after
    .map(({ table, whole, indexed }, index) => ({
      table,
      whole: whole - (before[index]?.whole ?? 0),
      indexed: indexed - (before[index]?.indexed ?? 0),
    }))
    .filter(({ whole, indexed }) => whole + indexed > 0)
}
