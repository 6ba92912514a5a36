import { type Insertable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Challenge, triesMost } from './challenge.ts'

/** The session's one challenge, made when it is first needed. A further send changes which code counts, never the tries. */
export async function upsertChallenge(tx: Tx, challenge: Insertable<DB['accounts.code_challenge']>): Promise<Challenge> {
  return tx
    .insertInto('accounts.code_challenge')
    .values(challenge)
    .onConflict((conflict) =>
      conflict.column('session').doUpdateSet((eb) => ({
        sends: eb('accounts.code_challenge.sends', '+', eb.ref('excluded.sends')),
        sent_at: sql`coalesce(excluded.sent_at, accounts.code_challenge.sent_at)`,
        key_id: eb.ref('excluded.key_id'),
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow() as Promise<Challenge>
}

export function findChallenge(tx: Tx, session: string): Promise<Challenge | undefined> {
  return tx.selectFrom('accounts.code_challenge').selectAll().where('session', '=', session).executeTakeFirst() as Promise<Challenge | undefined>
}

export function lockChallenge(tx: Tx, session: string): Promise<Challenge | undefined> {
  return tx.selectFrom('accounts.code_challenge').selectAll().where('session', '=', session).forUpdate().executeTakeFirst() as Promise<
    Challenge | undefined
  >
}

export async function recordTry(tx: Tx, challenge: string): Promise<void> {
  await tx
    .updateTable('accounts.code_challenge')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', challenge)
    .where('tries', '<', triesMost)
    .execute()
}

/** Redeems the session's challenge once; nothing when it was redeemed before or another code was sent since. */
export function redeem(tx: Tx, session: string, send: number, at: Temporal.Instant): Promise<Challenge | undefined> {
  return tx
    .updateTable('accounts.code_challenge')
    .set({ answered_at: at })
    .where('session', '=', session)
    .where('sends', '=', send)
    .where('answered_at', 'is', null)
    .returningAll()
    .executeTakeFirst() as Promise<Challenge | undefined>
}

/** Counts one wrong code in the account's day and returns how many it holds; a day begins with its first wrong code. */
export async function countWrongCode(tx: Tx, account: string, at: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ wrong_codes: number }>`
    update accounts.account set
      wrong_codes = case when wrong_codes_since > ${at}::timestamptz - interval '24 hours' then wrong_codes + 1 else 1 end,
      wrong_codes_since = case
        when wrong_codes_since > ${at}::timestamptz - interval '24 hours' then wrong_codes_since else ${at}::timestamptz end
    where id = ${account}
    returning wrong_codes`.execute(tx)
  return rows[0]?.wrong_codes ?? 0
}
