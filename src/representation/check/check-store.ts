import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

interface Sought {
  readonly families: readonly string[]
  readonly numbers: readonly string[]
  readonly accountNumber: string | null
}

/** What anyone is told of who fits, each as `shownPractice` reads it; the same statement whether or not there is somebody. */
export async function findChecked(tx: Tx, { families, numbers, accountNumber }: Sought): Promise<readonly (object & { certifiedAt: string | null })[]> {
  const { rows } = await sql<{ found: readonly (object & { certifiedAt: string | null })[] | null }>`
    select representation.checked_by_anyone(${families}::text[], ${numbers}::text[], ${accountNumber}) as found`.execute(tx)
  return rows[0]?.found ?? []
}
