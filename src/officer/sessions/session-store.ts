import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type StaffSession = Selectable<DB['officer.staff_session']>

export interface VisitedSession {
  session: string
  staff: string
  role: string
  stage: string
  idle_ends_at: Temporal.Instant
  ends_at: Temporal.Instant
  email_sealed: Buffer
  name_sealed: Buffer | null
  cleared: boolean
}

/** One statement a request, outside any transaction: it may only touch the one row it finds. */
export async function visitSession(
  pool: Kysely<DB>,
  secretHashes: readonly string[],
  at: Temporal.Instant,
): Promise<VisitedSession | undefined> {
  const { rows } = await sql<VisitedSession>`
    select * from officer.visit_session(${secretHashes}::text[], ${at}::timestamptz)`.execute(pool)
  return rows[0]
}

export async function insertSession(tx: Tx, session: Insertable<DB['officer.staff_session']>): Promise<void> {
  await tx.insertInto('officer.staff_session').values(session).execute()
}

export function findSession(tx: Tx, id: string): Promise<StaffSession | undefined> {
  return tx
    .selectFrom('officer.staff_session')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** Locks a session that has not been ended, so that two presses of one button do not both replace it. */
export function lockSession(tx: Tx, id: string): Promise<StaffSession | undefined> {
  return tx
    .selectFrom('officer.staff_session')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

export async function endSession(
  tx: Tx,
  id: string,
  endedBy: 'sign-out' | 'replaced',
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('officer.staff_session')
    .set({ ended_at: at, ended_by: endedBy })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** Half-way sessions of this stage die when another browser takes the same step. */
export async function endSessionsOf(tx: Tx, staff: string, stage: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('officer.staff_session')
    .set({ ended_at: at, ended_by: 'replaced' })
    .where('staff', '=', staff)
    .where('stage', '=', stage)
    .where('ended_at', 'is', null)
    .execute()
}

export async function recordTries(tx: Tx, id: string, tries: number): Promise<void> {
  await tx.updateTable('officer.staff_session').set({ tries }).where('id', '=', id).execute()
}

export function markSessionSeen(
  tx: Tx,
  id: string,
  at: Temporal.Instant,
): Promise<{ ends_at: Temporal.Instant } | undefined> {
  return tx
    .updateTable('officer.staff_session')
    .set({ last_seen_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('ends_at')
    .executeTakeFirst()
}

/** A session in which a file was opened stays, because the opening names it. */
export async function deleteOldSessions(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx
    .deleteFrom('officer.staff_session as session')
    .where('session.begun_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('officer.file_opening as opening')
            .select('opening.id')
            .whereRef('opening.session', '=', 'session.id'),
        ),
      ),
    )
    .execute()
}
