import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

interface MarkToSet {
  readonly id: string
  readonly account: string
  readonly at: Temporal.Instant
  readonly reasonSealed: Buffer | null
}

/** In the name of who acts in the transaction. False: it stands already. */
export async function insertMark(tx: Tx, { id, account, at, reasonSealed }: MarkToSet): Promise<boolean> {
  const { rows } = await sql<{ set: boolean }>`
    select accounts.protect(${id}::uuid, ${account}::uuid, ${at}::timestamptz, ${reasonSealed}) as set`.execute(tx)
  return rows[0]?.set ?? false
}

/** False: the person set nothing themselves, or asked before. */
export async function markLiftAsked(tx: Tx, account: string, { at, due }: { at: Temporal.Instant; due: Temporal.Instant }): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`
    select accounts.ask_unprotect(${account}::uuid, ${at}::timestamptz, ${due}::timestamptz) as asked`.execute(tx)
  return rows[0]?.asked ?? false
}

export async function markKept(tx: Tx, account: string): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`select accounts.keep_protected(${account}::uuid) as kept`.execute(tx)
  return rows[0]?.kept ?? false
}

/** Whose mark ended, of those that people asked to end; null: none is due. */
export async function liftDue(tx: Tx, at: Temporal.Instant): Promise<string | null> {
  const { rows } = await sql<{ account: string | null }>`select accounts.lift_due(${at}::timestamptz) as account`.execute(tx)
  return rows[0]?.account ?? null
}

export interface StandingMark {
  set_by_kind: string
  set_at: Temporal.Instant
  lift_due_at: Temporal.Instant | null
}

export const listStandingMarks = (tx: Tx, accounts: readonly string[]): Promise<StandingMark[]> =>
  tx
    .selectFrom('accounts.protection')
    .select(['set_by_kind', 'set_at', 'lift_due_at'])
    .where('account', 'in', accounts)
    .where('lifted_at', 'is', null)
    .orderBy('set_at')
    .execute()

export interface SealedMark extends StandingMark {
  id: string
  account: string
  set_by: string
  reason_sealed: Buffer | null
}

/** For the office, with why. */
export const listSealedMarks = (tx: Tx, accounts: readonly string[]): Promise<SealedMark[]> =>
  tx
    .selectFrom('accounts.protection')
    .select(['id', 'account', 'set_by_kind', 'set_by', 'set_at', 'lift_due_at', 'reason_sealed'])
    .where('account', 'in', accounts)
    .where('lifted_at', 'is', null)
    .orderBy('set_at')
    .execute()

export interface SafeContact {
  mailbox_unsafe: boolean
  phone_unsafe: boolean
}

export const findSafeContact = (tx: Tx, account: string): Promise<SafeContact | undefined> =>
  tx.selectFrom('accounts.safe_contact').select(['mailbox_unsafe', 'phone_unsafe']).where('account', '=', account).executeTakeFirst()

export async function upsertSafeContact(tx: Tx, contact: SafeContact & { account: string; changed_at: Temporal.Instant }): Promise<void> {
  const { account, ...said } = contact
  await tx
    .insertInto('accounts.safe_contact')
    .values({ account, ...said })
    .onConflict((conflict) => conflict.column('account').doUpdateSet(said))
    .execute()
}

/** What the person said of the mailbox and phone of this account, or of the one it leads to. */
export async function findSafeContactOfPerson(tx: Tx, person: string): Promise<SafeContact | undefined> {
  const { rows } = await sql<SafeContact>`
    select contact.mailbox_unsafe, contact.phone_unsafe from accounts.safe_contact contact
    where contact.account::text = ${person}
      or contact.account = (select leads.kept from accounts.forwarding leads where leads.retired::text = ${person})`.execute(tx)
  return rows[0]
}
