import { sql, type Insertable, type Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export interface CaseToAddress {
  id: string
  /** Under which of the person's accounts they are on it. */
  account: string
  receipt_number: string
  form: string
  status: string
  protected: boolean
}

/** Because of who acts, or by itself: that somebody else on it is protected is nobody's to learn. */
const isGuarded = sql`exists (select from cases.guarded_for_own(array[its.id]))`

/** The cases of a person's own, not those they represent somebody in. */
const ownCases = (accounts: readonly string[], guarded = isGuarded) => sql<CaseToAddress>`
  select its.id, own.account, its.receipt_number, its.form, its.status, ${guarded} as protected
  from cases."case" its
  join (select distinct on (party."case") party."case", party.account from cases.party
    where party.account = any(${accounts}::uuid[]) and party.until_at is null and party.role <> 'representative'
    order by party."case", party.from_at) own on own."case" = its.id
  order by its.id`

export async function listOwnCases(tx: Tx, accounts: readonly string[]): Promise<CaseToAddress[]> {
  return (await ownCases(accounts).execute(tx)).rows
}

/**
 * The same, locked in one order until the transaction ends: a decision made in the same moment comes before or after,
 * and what is read is what it left.
 */
export async function lockOwnCases(tx: Tx, accounts: readonly string[]): Promise<CaseToAddress[]> {
  const { rows } = await sql<CaseToAddress>`${ownCases(accounts)} for update of its`.execute(tx)
  return rows
}

/** The same for the office, which is told of every mark that it may see. */
export async function lockCasesOfPerson(tx: Tx, accounts: readonly string[]): Promise<CaseToAddress[]> {
  const { rows } = await sql<CaseToAddress>`${ownCases(accounts, sql`its.protected`)} for update of its`.execute(tx)
  return rows
}

export async function insertPress(tx: Tx, press: Insertable<DB['cases.address_press']>): Promise<void> {
  await tx.insertInto('cases.address_press').values(press).execute()
}

export async function insertAddressChanges(tx: Tx, changes: Insertable<DB['cases.address_change']>[]): Promise<void> {
  if (changes.length > 0) await tx.insertInto('cases.address_change').values(changes).execute()
}

export async function touchCases(tx: Tx, ids: readonly string[], at: Temporal.Instant): Promise<void> {
  if (ids.length > 0) await tx.updateTable('cases.case').set({ touched_at: at }).where('id', 'in', ids).execute()
}

/** The address that counts on a case, and the day of the paper it came on; undefined: nobody gave one since it was filed. */
export async function findNewestAddress(tx: Tx, caseId: string): Promise<(StoredAddressChange & { received_on: Temporal.PlainDate | null }) | undefined> {
  return tx
    .selectFrom('cases.address_change as change')
    .leftJoin('cases.later_paper as paper', 'paper.id', 'change.paper')
    .selectAll('change')
    .select('paper.received_on')
    .where('change.case', '=', caseId)
    .orderBy('change.ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** A case of a person's own, not one that they represent somebody in. */
export async function findOwnCaseToConfirm(tx: Tx, accounts: readonly string[], receiptNumber: string): Promise<CaseToAddress | undefined> {
  return (await listOwnCases(tx, accounts)).find((its) => its.receipt_number === receiptNumber)
}

export interface PressedCase extends Omit<CaseToAddress, 'account'> {
  changed: boolean
}

/** The cases of a person as one press of theirs found them; those opened later are left out. Undefined: no such press. */
export async function findPress(
  tx: Tx,
  accounts: readonly string[],
  press: string,
): Promise<{ at: Temporal.Instant; cases: PressedCase[] } | undefined> {
  const found = await tx
    .selectFrom('cases.address_press')
    .select('at')
    .where('id', '=', press)
    .where('account', 'in', accounts)
    .executeTakeFirst()
  if (!found) return undefined
  const { rows } = await sql<PressedCase>`
    select its.id, its.receipt_number, its.form, its.status, ${isGuarded} as protected,
      exists (select from cases.address_change change where change.press = ${press} and change."case" = its.id) as changed
    from cases."case" its
    where its.opened_at <= ${found.at} and its.id in (select party."case" from cases.party
      where party.account = any(${accounts}::uuid[]) and party.until_at is null and party.role <> 'representative')
    order by its.touched_at desc, its.id`.execute(tx)
  return { at: found.at, cases: rows }
}

export type StoredAddressChange = Selectable<DB['cases.address_change']>

/** The addresses given on a case, newest first; at most so many. */
export function listAddressChanges(tx: Tx, caseId: string, most: number): Promise<StoredAddressChange[]> {
  return tx
    .selectFrom('cases.address_change')
    .selectAll()
    .where('case', '=', caseId)
    .orderBy('ordinal', 'desc')
    .limit(most)
    .execute()
}
