import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { SignUpFacts } from '../sign-up/steps.ts'
import type { Account } from '../account.ts'
import type { ProofFactor, SessionStage } from './session.ts'

export type StoredSession = Selectable<DB['accounts.session']> & { stage: SessionStage; proved_by: ProofFactor | null }

/** What one request learns of the session behind its cookie. */
export type VisitedSession = SignUpFacts &
  Pick<Account, 'completed_at'> & {
    session: string
    account: string
    stage: SessionStage
    live: boolean
    idle_ends_at: Temporal.Instant
    ends_at: Temporal.Instant
    proved_at: Temporal.Instant | null
    has_parked: boolean
  }

/** One statement a request, outside any transaction: it may only touch the one row it finds. */
export async function visitSession(
  pool: Kysely<DB>,
  secretHashes: readonly string[],
  at: Temporal.Instant,
): Promise<VisitedSession | undefined> {
  const { rows } = await sql<VisitedSession>`
    select * from accounts.visit_session(${secretHashes}::text[], ${at}::timestamptz)`.execute(pool)
  return rows[0]
}

export async function insertSession(tx: Tx, session: Insertable<DB['accounts.session']>): Promise<void> {
  await tx.insertInto('accounts.session').values(session).execute()
}

/** Locks a session that has not been ended, so that two presses of one button do not both replace it. */
export function lockSession(tx: Tx, id: string): Promise<StoredSession | undefined> {
  return tx
    .selectFrom('accounts.session')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst() as Promise<StoredSession | undefined>
}

/** Why a session is over before its time. */
export type SessionEnd = 'sign-out' | 'replaced' | 'signed-out-elsewhere' | 'password-reset' | 'not-me' | 'merged' | 'closed'

/** Ends every open session of an account, but the one that is named. */
export async function endSessionsOf(
  tx: Tx,
  account: string,
  endedBy: SessionEnd,
  at: Temporal.Instant,
  except?: string,
): Promise<void> {
  let ending = tx
    .updateTable('accounts.session')
    .set({ ended_at: at, ended_by: endedBy })
    .where('account', '=', account)
    .where('ended_at', 'is', null)
  if (except) ending = ending.where('id', '<>', except)
  await ending.execute()
}

export async function endSession(tx: Tx, id: string, endedBy: SessionEnd, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('accounts.session')
    .set({ ended_at: at, ended_by: endedBy })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

export async function markSessionSeen(tx: Tx, id: string, at: Temporal.Instant): Promise<StoredSession | undefined> {
  return tx
    .updateTable('accounts.session')
    .set({ last_seen_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst() as Promise<StoredSession | undefined>
}

export async function markSessionProved(tx: Tx, id: string, by: ProofFactor, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.session').set({ proved_at: at, proved_by: by }).where('id', '=', id).execute()
}
