import { sql } from 'kysely'
import type { TestDatabase } from '../database.ts'

const filled = new WeakSet<TestDatabase>()

const statements = [
  `insert into cases."case"
    select gen_random_uuid(), 'EAC' || lpad(n::text, 10, '0'), 'i-90', 'paper',
      case when n % 4 = 0 then 'received' else 'approved' end,
      '2026-01-01', now() - n * interval '1 minute', '2026-01-01', null, false, now(), now()
    from generate_series(1, 20000) n`,
  `insert into cases.status_change (id, "case", status, effective_on, at, by_kind, by_id)
    select gen_random_uuid(), id, 'received', '2026-01-01', now(), 'system', 'test'
    from cases."case", generate_series(1, 2) where channel = 'paper'`,
  `insert into cases.party ("case", account, role, from_at)
    select id, gen_random_uuid(), 'applicant', now() from cases."case" where channel = 'paper'`,
  `insert into cases.task (id, "case", kind, subject, opened_at)
    select gen_random_uuid(), id, 'answer-request', gen_random_uuid(), now() from cases."case" where channel = 'paper'`,
  'analyze cases."case", cases.status_change, cases.party, cases.document, cases.task',
]

/** Twenty thousand cases more, once: enough for a table to be read whole only by mistake. */
export async function manyCases(database: TestDatabase): Promise<void> {
  if (filled.has(database)) return
  filled.add(database)
  const { owner } = database.pools
  for (const statement of statements) if (owner) await sql.raw(statement).execute(owner)
}
