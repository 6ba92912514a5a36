import { type RawBuilder, sql, type Updateable } from 'kysely'
import type { DB } from '../platform/db/tables.ts'
import { compiledOnce } from '../platform/db/compiled-once.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { Account, StoredAccount } from './account.ts'

interface NewAccount {
  id: string
  email_hash: string
  email_sealed: Buffer
  language: string
  begun_at: Temporal.Instant
}

/** The account of this address, begun now if there was none: of parallel sign-ups one makes it and all get it. */
export function upsertAccount(tx: Tx, begun: NewAccount): Promise<Account> {
  return tx
    .insertInto('accounts.account')
    .values({ ...begun, asked_at: begun.begun_at })
    .onConflict((conflict) => conflict.column('email_hash').doUpdateSet({ asked_at: begun.begun_at }))
    .returningAll()
    .executeTakeFirstOrThrow() as Promise<Account>
}

export function findAccountByEmail(tx: Tx, hashes: readonly string[]): Promise<Account | undefined> {
  return tx.selectFrom('accounts.account').selectAll().where('email_hash', 'in', hashes).executeTakeFirst() as Promise<
    Account | undefined
  >
}

export function findFinishedAccount(tx: Tx, hashes: readonly string[]): Promise<{ id: string } | undefined> {
  return tx
    .selectFrom('accounts.account')
    .select('id')
    .where('email_hash', 'in', hashes)
    .where('completed_at', 'is not', null)
    .executeTakeFirst()
}

/** The account that stands for this id today: itself, or the one it was merged into. */
const keptFor = (id: RawBuilder<string>) =>
  sql<string>`coalesce((select f.kept from accounts.forwarding f where f.retired = ${id}), ${id})`

/** By its number, which leads on for ever: a retired one finds the account that was kept. */
export function findAccountByNumber(tx: Tx, onlineAccountNumber: string): Promise<StoredAccount | undefined> {
  const numbered = sql<string>`(select a.id from accounts.account a where a.online_account_number = ${onlineAccountNumber})`
  return tx.selectFrom('accounts.account').selectAll().where('id', '=', keptFor(numbered)).executeTakeFirst()
}

/** By the id that a case, a draft or a job knows: of a merged account, the one that was kept. */
export function findAccount(tx: Tx, id: string): Promise<StoredAccount | undefined> {
  return tx.selectFrom('accounts.account').selectAll().where('id', '=', keptFor(sql`${id}::uuid`)).executeTakeFirst()
}

/** The same for many, each under the id that it was asked by. */
export async function findAccounts(tx: Tx, ids: readonly string[]): Promise<(StoredAccount & { asked: string })[]> {
  const { rows } = await sql<StoredAccount & { asked: string }>`
    select its.*, asked.id as asked
    from unnest(${ids}::uuid[]) as asked (id)
    left join accounts.forwarding f on f.retired = asked.id
    join accounts.account its on its.id = coalesce(f.kept, asked.id)`.execute(tx)
  return rows
}

const accountOf = compiledOnce<{ id: string }, Account>((db, { id }) =>
  db.selectFrom('accounts.account').selectAll().where('id', '=', id).$castTo<Account>(),
)

/** Who is at the door has a user name: without one nobody gets there. */
export async function getAccount(tx: Tx, id: string): Promise<Account> {
  const [account] = await accountOf(tx, { id })
  if (!account) throw new Error('An account that was there is gone')
  return account
}

export function lockAccount(tx: Tx, id: string): Promise<Account> {
  return tx
    .selectFrom('accounts.account')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow() as Promise<Account>
}

export async function recordFacts(tx: Tx, id: string, facts: Updateable<DB['accounts.account']>): Promise<void> {
  await tx.updateTable('accounts.account').set(facts).where('id', '=', id).execute()
}

export async function nextAccountSequence(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{ value: string }>`
    select nextval('accounts.online_account_sequence')::text as value`.execute(tx)
  return BigInt(rows[0]?.value ?? 0)
}

export interface StoredPassword {
  account: string
  hash: string
  password_set_at: Temporal.Instant | null
  password_must_change_at: Temporal.Instant | null
}

const passwordOf = compiledOnce<{ hashes: readonly string[] }, StoredPassword>((db, { hashes }) =>
  db
    .selectFrom('accounts.account')
    .innerJoin('accounts.password', 'accounts.password.account', 'accounts.account.id')
    .select(['accounts.password.account', 'accounts.password.hash', 'password_set_at', 'password_must_change_at'])
    .where('email_hash', '=', sql<string>`any (${hashes}::text[])`),
)

/** The password's hash of the account behind an address; nothing for an address nobody has. Read at the gate only. */
export async function findPassword(tx: Tx, hashes: readonly string[]): Promise<StoredPassword | undefined> {
  return (await passwordOf(tx, { hashes }))[0]
}

export async function insertPassword(tx: Tx, password: { account: string; hash: string; set_at: Temporal.Instant }) {
  await tx.insertInto('accounts.password').values(password).execute()
}

export async function replacePasswordHash(tx: Tx, account: string, from: string, to: string): Promise<void> {
  await tx
    .updateTable('accounts.password')
    .set({ hash: to })
    .where('account', '=', account)
    .where('hash', '=', from)
    .execute()
}
