import { runSql } from '../ground/deployment.ts'

const receiptNumberOf = (n: number) => `EAC${String(n).padStart(10, '0')}`

/** Receipt numbers of the filled cases, spread over all of them without an order that caches would like. */
export const someReceiptNumber = (operation: number, cases: number) =>
  receiptNumberOf(((operation * 7_919_801) % cases) + 1)

/** Fills the table up to `to` cases, each with three public steps, and settles what the planner knows of them. */
export async function fillCases(superuserUrl: string, from: number, to: number): Promise<void> {
  await runSql(superuserUrl, [
    // Three million look-ups of the case that was inserted the moment before would be most of the time.
    "set session_replication_role = 'replica'",
    `insert into cases."case" select gen_random_uuid(), 'EAC' || lpad(n::text, 10, '0'), 'i-90', 'paper', 'biometrics-taken',
      '2026-03-02', now(), '2026-01-05', null, false, now(), now() from generate_series(${from + 1}, ${to}) n`,
    `insert into cases.status_change (id, "case", status, effective_on, at, by_kind, by_id)
      select gen_random_uuid(), id, step, day::date, now(), 'system', 'bench' from cases."case",
        (values ('received', '2026-01-05'), ('biometrics-scheduled', '2026-02-02'), ('biometrics-taken', '2026-03-02')) steps (step, day)
      where receipt_number > '${receiptNumberOf(from)}' and receipt_number <= '${receiptNumberOf(to)}' and channel = 'paper'`,
    'vacuum (analyze) cases."case"',
    'vacuum (analyze) cases.status_change',
    'checkpoint',
  ])
}
