import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** One opening of a file as its person sees it: there is no way from here to a staff member. */
export interface ToldOpeningRow {
  kind: 'case' | 'person' | 'support'
  /** The receipt number of the case, or the tracking number of the request; empty for the person's page. */
  named: string
  office: string | null
  role: string
  reason: string
  at: Temporal.Instant
  total: number
}

/** The portal's role reads no table of the office: this function shows it what is the actor's own, and no names. */
export async function listToldOpenings(tx: Tx, most: number, skip: number): Promise<ToldOpeningRow[]> {
  const { rows } = await sql<ToldOpeningRow>`
    select kind, named, office, role, reason, at, total
    from officer_public.openings_of_own_file(${most}::int, ${skip}::int)`.execute(tx)
  return rows
}
