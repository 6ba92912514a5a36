import { type Selectable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type MailHold = Selectable<DB['cases.mail_hold']>

/** Mail to this addressee waits from now on. False: it waited already. */
export async function insertHold(
  tx: Tx,
  hold: { id: string; case: string; addressee: 'applicant' | 'representative'; paper: string; since_at: Temporal.Instant; since_on: Temporal.PlainDate },
): Promise<boolean> {
  const { rows } = await sql`
    insert into cases.mail_hold (id, "case", addressee, paper, since_at, since_on)
    values (${hold.id}, ${hold.case}, ${hold.addressee}, ${hold.paper}, ${hold.since_at}, ${hold.since_on})
    on conflict ("case", addressee) where ended_at is null do nothing returning id`.execute(tx)
  return rows.length > 0
}

export const listHolds = (tx: Tx, caseId: string): Promise<MailHold[]> =>
  tx.selectFrom('cases.mail_hold').selectAll().where('case', '=', caseId).where('ended_at', 'is', null).orderBy('addressee').execute()

/** Mail of these cases goes out again. Returns the cases where it had waited. */
export async function endHolds(
  tx: Tx,
  { cases, addressee, as, at }: { cases: readonly string[]; addressee: 'applicant' | 'representative'; as: 'changed' | 'confirmed'; at: Temporal.Instant },
): Promise<string[]> {
  if (cases.length === 0) return []
  const rows = await tx
    .updateTable('cases.mail_hold')
    .set({ ended_at: at, ended_as: as })
    .where('case', 'in', cases)
    .where('addressee', '=', addressee)
    .where('ended_at', 'is', null)
    .returning('case')
    .execute()
  return rows.map((row) => row.case)
}
