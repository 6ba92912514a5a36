import { sql } from 'kysely'
import type { Tx } from '../platform/db/transaction.ts'

export interface EntryOfPerson {
  at: Temporal.Instant
  operation: string
  actor_kind: 'visitor' | 'account' | 'staff' | 'system'
  actor_id: string | null
  subject: string | null
  outcome: 'done' | 'refused'
  refusal: string | null
  detail: Record<string, string | number | boolean | null> | null
}

const columns = sql`e.at, e.ordinal, e.operation, e.actor_kind, e.actor_id, e.subject, e.outcome, e.refusal, e.detail`

/** Everything on record of these accounts, or done by them, the oldest first. */
export async function listEntriesOf(tx: Tx, accounts: readonly string[]): Promise<EntryOfPerson[]> {
  const { rows } = await sql<EntryOfPerson>`
    select ${columns} from audit.entry e where e.account = any (${accounts}::uuid[])
    union all
    select ${columns} from audit.entry e
    where e.actor_kind = 'account' and e.account is null and e.actor_id = any (${accounts}::text[])
    order by at, ordinal`.execute(tx)
  return rows
}
