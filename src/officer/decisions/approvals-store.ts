import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

export interface AskedRow {
  what: 'unprotect' | 'whose-case'
  /** Null: it is about a person, not one case. */
  case: string | null
  by: string
  at: Temporal.Instant
}

/** What two people of the office have to agree on, beside decisions and refunds; the longest wait first. */
export async function listAsked(tx: Tx, most: number): Promise<AskedRow[]> {
  const { rows } = await sql<AskedRow>`
    (select 'unprotect' as what, lift."case", lift.asked_by as by, lift.asked_at as at
      from officer.protection_lift lift where lift.decided_at is null)
    union all
    (select 'whose-case', its."case", its.asked_by,
        coalesce((select max(act.at) from officer.duplicate_act act where act."case" = its."case" and act.kind = 'asked'), its.noted_at)
      from officer.possible_duplicate its where its.asked_by is not null and its.decided_at is null)
    order by at limit ${most}`.execute(tx)
  return rows
}
