import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** One opening of a file as the people of the case see it: there is no way from here to a staff member. */
export interface ToldOpeningRow {
  receipt_number: string
  office: string | null
  role: string
  reason: string
  at: Temporal.Instant
  total: number
}

/** The portal's role reads no table of the office: this function shows it the actor's own cases, and no names. */
export async function listToldOpenings(tx: Tx, most: number, skip: number): Promise<ToldOpeningRow[]> {
  const { rows } = await sql<ToldOpeningRow>`
    select receipt_number, office, role, reason, at, total
    from officer_public.openings_of_own_cases(${most}::int, ${skip}::int)`.execute(tx)
  return rows
}
