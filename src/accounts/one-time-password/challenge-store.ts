import { type Insertable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import { compiledOnce } from '../../platform/db/compiled-once.ts'
import { type Tx, unawaited } from '../../platform/db/transaction.ts'
import type { Account, CodeChannel } from '../account.ts'
import { type Challenge, type ChallengePurpose, triesMost } from './challenge.ts'

type NewChallenge = Insertable<DB['accounts.code_challenge']>

/** The session's challenge, made when it is first needed; one that is there stays as it is. */
export async function ensureChallenge(tx: Tx, challenge: NewChallenge): Promise<void> {
  await tx
    .insertInto('accounts.code_challenge')
    .values(challenge)
    .onConflict((conflict) => conflict.columns(['session', 'purpose']).doNothing())
    .execute()
}

/**
 * Makes another way or another send the one that counts; the wrong tries stay counted. A phone can be proven after
 * another one was, in the same session: then the challenge is open again. `sends` is how many are added:
 * 0 for the person's own app, to which nothing is sent, and then no sent code counts any more.
 */
export async function askBy(tx: Tx, challenge: NewChallenge): Promise<Challenge> {
  return tx
    .insertInto('accounts.code_challenge')
    .values(challenge)
    .onConflict((conflict) =>
      conflict.columns(['session', 'purpose']).doUpdateSet((eb) => ({
        sends: eb('accounts.code_challenge.sends', '+', eb.ref('excluded.sends')),
        sent_at: eb.ref('excluded.sent_at'),
        sent_to: eb.ref('excluded.sent_to'),
        channel: eb.ref('excluded.channel'),
        phone: eb.ref('excluded.phone'),
        key_id: eb.ref('excluded.key_id'),
        text_message: null,
        answered_at: sql`case when accounts.code_challenge.purpose = 'phone' then null else accounts.code_challenge.answered_at end`,
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow() as Promise<Challenge>
}

type SentChallenge = Pick<Challenge, 'id' | 'account' | 'session' | 'purpose' | 'key_id' | 'channel' | 'phone' | 'sends' | 'sent_at' | 'sent_to'>

const first = compiledOnce<SentChallenge, unknown>(
  (db, { id, account, session, purpose, key_id, channel, phone, sends, sent_at, sent_to }) =>
    db
      .insertInto('accounts.code_challenge')
      .values({ id, account, session, purpose, key_id, channel, phone, sends, sent_at, sent_to: sent_to as string[] }),
)

/** Asks a session that is only now being opened: it has no other challenge, so that nothing need be waited for. */
export async function askFirst(tx: Tx, challenge: SentChallenge): Promise<SentChallenge> {
  await unawaited(tx, first(tx, challenge))
  return challenge
}

export async function noteTextMessage(tx: Tx, challenge: string, textMessage: string): Promise<void> {
  await tx.updateTable('accounts.code_challenge').set({ text_message: textMessage }).where('id', '=', challenge).execute()
}

interface OfSession {
  session: string
  purpose: ChallengePurpose
}

const found = compiledOnce<OfSession, Challenge>((db, { session, purpose }) =>
  db.selectFrom('accounts.code_challenge').selectAll().where('session', '=', session).where('purpose', '=', purpose).$castTo<Challenge>(),
)

const locked = compiledOnce<OfSession, Challenge>((db, { session, purpose }) =>
  db
    .selectFrom('accounts.code_challenge')
    .selectAll()
    .where('session', '=', session)
    .where('purpose', '=', purpose)
    .forUpdate()
    .$castTo<Challenge>(),
)

export async function findChallenge(tx: Tx, session: string, purpose: ChallengePurpose = 'session'): Promise<Challenge | undefined> {
  return (await found(tx, { session, purpose }))[0]
}

export async function lockChallenge(tx: Tx, session: string, purpose: ChallengePurpose = 'session'): Promise<Challenge | undefined> {
  return (await locked(tx, { session, purpose }))[0]
}

const askedAccount = compiledOnce<OfSession, Account>((db, { session, purpose }) =>
  db
    .selectFrom('accounts.account')
    .selectAll()
    .where('id', '=', (eb) =>
      eb.selectFrom('accounts.code_challenge').select('account').where('session', '=', session).where('purpose', '=', purpose),
    )
    .forNoKeyUpdate()
    .$castTo<Account>(),
)

/**
 * The account that a session's challenge asks, locked, and before the challenge, as everywhere: whoever tries codes on
 * it in other sign-ins waits until this one is counted.
 */
export async function lockAskedAccount(tx: Tx, session: string, purpose: ChallengePurpose = 'session'): Promise<Account | undefined> {
  return (await askedAccount(tx, { session, purpose }))[0]
}

const tried = compiledOnce<{ challenge: string }, unknown>((db, { challenge }) =>
  db
    .updateTable('accounts.code_challenge')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', challenge)
    .where('tries', '<', triesMost),
)

export async function recordTry(tx: Tx, challenge: string): Promise<void> {
  await tried(tx, { challenge })
}

/** What was looked at and is to be redeemed: a code by another way, or of another send, is worth nothing. */
export interface FittingCode {
  send: number
  channel: CodeChannel
}

const redeemed = compiledOnce<OfSession & FittingCode & { at: Temporal.Instant }, Challenge>(
  (db, { session, purpose, send, channel, at }) =>
    db
      .updateTable('accounts.code_challenge')
      .set({ answered_at: at })
      .where('session', '=', session)
      .where('purpose', '=', purpose)
      .where('sends', '=', send)
      .where('channel', '=', channel)
      .where('answered_at', 'is', null)
      .returningAll()
      .$castTo<Challenge>(),
)

/** Redeems the session's challenge once; nothing when it was redeemed before or is asked by another code since. */
export async function redeem(
  tx: Tx,
  session: string,
  { send, channel }: FittingCode,
  at: Temporal.Instant,
  purpose: ChallengePurpose = 'session',
): Promise<Challenge | undefined> {
  return (await redeemed(tx, { session, purpose, send, channel, at }))[0]
}

/** Codes that are still out die with the phone or the apps they came by; the session can be asked by mail. */
export async function killCodesBy(tx: Tx, account: string, channels: readonly CodeChannel[]): Promise<void> {
  await tx
    .updateTable('accounts.code_challenge')
    .set({ channel: 'email', sent_at: null, sent_to: [], phone: null, text_message: null })
    .where('account', '=', account)
    .where('purpose', '=', 'session')
    .where('channel', 'in', [...channels])
    .where('answered_at', 'is', null)
    .execute()
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
