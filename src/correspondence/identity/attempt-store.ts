import { type Insertable, type Selectable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

type Table = DB['correspondence.identity_attempt']
export type AttemptRow = Selectable<Table>
export type AttemptEnd = 'matched' | 'not-matched' | 'cancelled' | 'not-enough' | 'failed' | 'away' | 'left'

/** The check under lock, as long as something can still be sent for it: of two presses one goes after the other. */
export const lockOpenCheck = async (tx: Tx, check: string): Promise<boolean> =>
  (await tx.selectFrom('correspondence.identity_check').select('id').where('id', '=', check).where('sent_at', 'is', null).where('decided_at', 'is', null).forUpdate().executeTakeFirst()) !== undefined

/** Whoever begins again has left what was begun before: its answer comes too late. */
export async function leaveAttempts(tx: Tx, { check, accounts, at }: { check: string; accounts: readonly string[]; at: Temporal.Instant }): Promise<void> {
  await tx
    .updateTable('correspondence.identity_attempt')
    .set({ ended_at: at, ended_how: 'left' })
    .where('check', '=', check)
    .where('account', 'in', accounts)
    .where('ended_at', 'is', null)
    .execute()
}

export async function insertAttempt(tx: Tx, attempt: Insertable<Table>): Promise<void> {
  await tx.insertInto('correspondence.identity_attempt').values(attempt).execute()
}

/** The open attempt that this answer is to, of this session, while nobody has come back from it. */
export const findAttempt = (tx: Tx, { hashes, session }: { hashes: readonly string[]; session: string }): Promise<AttemptRow | undefined> =>
  tx
    .selectFrom('correspondence.identity_attempt')
    .selectAll()
    .where('state_hash', 'in', hashes)
    .where('session', '=', session)
    .where('back_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/** False: somebody has come back from it before. */
export async function markBack(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('correspondence.identity_attempt')
    .set({ back_at: at })
    .where('id', '=', id)
    .where('back_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** An attempt that somebody has come back from in this session, under lock while it has not ended. */
export const lockAttempt = (tx: Tx, { id, session }: { id: string; session: string }): Promise<AttemptRow | undefined> =>
  tx
    .selectFrom('correspondence.identity_attempt')
    .selectAll()
    .where('id', '=', id)
    .where('session', '=', session)
    .where('back_at', 'is not', null)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

/** The attempt that ends now; undefined: it has ended before, or is not of this session. */
export const endAttempt = (tx: Tx, { id, session, at, how, level }: { id: string; session: string; at: Temporal.Instant; how: AttemptEnd; level: string | null }): Promise<AttemptRow | undefined> =>
  tx
    .updateTable('correspondence.identity_attempt')
    .set({ ended_at: at, ended_how: how, level })
    .where('id', '=', id)
    .where('session', '=', session)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst()

/** False: it was decided before. */
export async function settleByProvider(tx: Tx, attempt: string): Promise<boolean> {
  const { rows } = await sql<{ settled: boolean }>`select correspondence.settle_by_provider(${attempt}) as settled`.execute(tx)
  return rows[0]?.settled === true
}

/** The attempts of a case that a provider answered with another person, the last first. */
export const listMismatches = (tx: Tx, caseId: string) =>
  tx
    .selectFrom('correspondence.identity_attempt')
    .select(['check', 'provider', 'level', 'ended_at'])
    .where('case', '=', caseId)
    .where('ended_how', '=', 'not-matched')
    .orderBy('ended_at', 'desc')
    .limit(20)
    .execute()
