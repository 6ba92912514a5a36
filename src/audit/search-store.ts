import { sql } from 'kysely'
import type { Tx } from '../platform/db/transaction.ts'
import type { EntryOfPerson } from './entries-of-store.ts'

/** What is looked for: every one that is given has to fit. Days are instants of the agency's midnight. */
export interface Sought {
  readonly subject?: string | null
  readonly account?: string | null
  readonly staff?: string | null
  readonly operation?: string | null
  readonly from?: Temporal.Instant | null
  readonly until?: Temporal.Instant | null
}

/** Where the page before ended. */
export interface After {
  readonly at: Temporal.Instant
  readonly ordinal: string
}

export type FoundEntry = EntryOfPerson & { readonly ordinal: string; readonly account: string | null }

/** Entries of the record, the newest first. */
export async function searchEntries(tx: Tx, { subject, account, staff, operation, from, until }: Sought, after: After | null, most: number): Promise<FoundEntry[]> {
  const conditions = [
    subject ? sql`e.subject = ${subject}` : null,
    account ? sql`e.account = ${account}::uuid` : null,
    staff ? sql`e.actor_kind = 'staff' and e.actor_id = ${staff}` : null,
    operation ? sql`e.operation = ${operation}` : null,
    from ? sql`e.at >= ${from.toString()}::timestamptz` : null,
    until ? sql`e.at < ${until.toString()}::timestamptz` : null,
    after ? sql`(e.at, e.ordinal) < (${after.at.toString()}::timestamptz, ${after.ordinal}::bigint)` : null,
  ].filter((each) => each !== null)
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
  const { rows } = await sql<FoundEntry>`
    select e.at, e.ordinal::text as ordinal, e.operation, e.actor_kind, e.actor_id, e.subject, e.account, e.outcome, e.refusal, e.detail
    from audit.entry e ${where} order by e.at desc, e.ordinal desc limit ${most}`.execute(tx)
  return rows
}

/** How the chain stands: until when it is sealed, and what was found when it was walked last. */
export interface ChainState {
  readonly sealedAt: Temporal.Instant | null
  readonly sealed: number
  readonly verifiedAt: Temporal.Instant | null
  readonly faults: number
}

export async function findChainState(tx: Tx): Promise<ChainState> {
  const { rows } = await sql<{ sealed_at: Temporal.Instant | null; sealed: string | null; verified_at: Temporal.Instant | null; faults: number | null }>`
    select h.signed_at as sealed_at, h.position::text as sealed, v.at as verified_at, v.faults
    from (select 1) one
    left join lateral (select signed_at, position from audit.signed_head order by position desc limit 1) h on true
    left join lateral (select at, faults from audit.verification order by at desc limit 1) v on true`.execute(tx)
  const [row] = rows
  return { sealedAt: row?.sealed_at ?? null, sealed: Number(row?.sealed ?? 0), verifiedAt: row?.verified_at ?? null, faults: row?.faults ?? 0 }
}

export async function insertVerification(tx: Tx, { at, sealed, unsealed, faults }: { at: Temporal.Instant; sealed: number; unsealed: number; faults: number }): Promise<void> {
  await sql`insert into audit.verification (at, sealed, unsealed, faults)
    values (${at.toString()}::timestamptz, ${sealed}, ${unsealed}, ${faults}) on conflict do nothing`.execute(tx)
}
