import { type Kysely, type Selectable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import { compiledOnce } from '../../platform/db/compiled-once.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { SignUpFacts } from '../sign-up/steps.ts'
import type { Account } from '../account.ts'
import { idleMinutes, type ProofFactor, type SessionStage } from './session.ts'

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
    merged: string[]
  }

const visit = compiledOnce<{ hashes: readonly string[]; at: Temporal.Instant }, VisitedSession>(
  (_, { hashes, at }) => sql<VisitedSession>`
    select visit.*, accounts.merged_into(visit.account) as merged
    from accounts.visit_session(${hashes}::text[], ${at}::timestamptz) visit`,
)

/** One statement a request, outside any transaction: it may only touch the one row it finds. */
export async function visitSession(
  pool: Kysely<DB>,
  hashes: readonly string[],
  at: Temporal.Instant,
): Promise<VisitedSession | undefined> {
  return (await visit(pool, { hashes, at }))[0]
}

type SessionToInsert = Pick<
  StoredSession,
  | 'id'
  | 'secret_hash'
  | 'account'
  | 'stage'
  | 'begun_at'
  | 'last_seen_at'
  | 'ends_at'
  | 'proved_at'
  | 'proved_by'
  | 'network'
  | 'device'
  | 'country'
>

const insert = compiledOnce<SessionToInsert & { before: string | null }, { visit: string }>((db, given) => {
  const { before, id, account, stage, network, device, country, secret_hash, begun_at, last_seen_at, ends_at, proved_at, proved_by } = given
  const kept = <T>(column: 'visit' | 'idle_minutes', otherwise: T) =>
    sql<T>`coalesce((select ${sql.ref(column)} from accounts.session before
      where before.id = ${before}::uuid and before.account = ${account}::uuid), ${otherwise})`
  return db
    .insertInto('accounts.session')
    .values({
      id,
      secret_hash,
      account,
      stage,
      begun_at,
      last_seen_at,
      ends_at,
      proved_at,
      proved_by,
      network,
      device,
      country,
      visit: kept('visit', id),
      idle_minutes: kept('idle_minutes', idleMinutes[0]),
    })
    .returning('visit')
})

/**
 * Opens a session and returns its visit: that of the session before it in this browser where it is of the same account,
 * with the idle minutes chosen for it; else one of its own. One statement, so that it can leave with the others.
 */
export async function insertSession(
  tx: Tx,
  before: string | null,
  session: SessionToInsert,
): Promise<string> {
  const [inserted] = await insert(tx, { ...session, before })
  if (!inserted) throw new Error('A session was not written')
  return inserted.visit
}

const lock = compiledOnce<{ id: string }, StoredSession>((db, { id }) =>
  db
    .selectFrom('accounts.session')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .$castTo<StoredSession>(),
)

/** Locks a session that has not been ended, so that two presses of one button do not both replace it. */
export async function lockSession(tx: Tx, id: string): Promise<StoredSession | undefined> {
  return (await lock(tx, { id }))[0]
}

/** Why a session is over before its time. */
export type SessionEnd =
  | 'sign-out'
  | 'replaced'
  | 'signed-out-elsewhere'
  | 'password-reset'
  | 'not-me'
  | 'merged'
  | 'closed'
  | 'operator'

/**
 * Ends every open session of an account, but the one that is named. It is done twice: where a session is just being
 * replaced, the first waits for that and skips what is over by then, and only the second sees what took its place.
 */
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
  await ending.execute()
}

const end = compiledOnce<{ id: string; endedBy: SessionEnd; at: Temporal.Instant }, unknown>((db, { id, endedBy, at }) =>
  db
    .updateTable('accounts.session')
    .set({ ended_at: at, ended_by: endedBy })
    .where('id', '=', id)
    .where('ended_at', 'is', null),
)

export async function endSession(tx: Tx, id: string, endedBy: SessionEnd, at: Temporal.Instant): Promise<void> {
  await end(tx, { id, endedBy, at })
}

/** Ends every open session of everybody. Returns how many there were. */
export async function endEverySession(tx: Tx, endedBy: SessionEnd, at: Temporal.Instant): Promise<number> {
  const ending = tx
    .updateTable('accounts.session')
    .set({ ended_at: at, ended_by: endedBy })
    .where('ended_at', 'is', null)
  const ended = [await ending.executeTakeFirst(), await ending.executeTakeFirst()]
  return ended.reduce((sum, { numUpdatedRows }) => sum + Number(numUpdatedRows), 0)
}

/** Ends the open session of one visit of an account. True: there was one. */
export async function endVisit(
  tx: Tx,
  account: string,
  visit: string,
  endedBy: SessionEnd,
  at: Temporal.Instant,
): Promise<boolean> {
  const ending = tx
    .updateTable('accounts.session')
    .set({ ended_at: at, ended_by: endedBy })
    .where('account', '=', account)
    .where('visit', '=', visit)
    .where('ended_at', 'is', null)
  const ended = [await ending.executeTakeFirst(), await ending.executeTakeFirst()]
  return ended.some(({ numUpdatedRows }) => numUpdatedRows > 0n)
}

/** For how many minutes a session waits for a sign of life. */
export async function setIdleMinutes(tx: Tx, id: string, minutes: number): Promise<StoredSession | undefined> {
  return tx
    .updateTable('accounts.session')
    .set({ idle_minutes: minutes })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst() as Promise<StoredSession | undefined>
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
