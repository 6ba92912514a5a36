import { sql } from 'kysely'
import type { Tx } from '../platform/db/transaction.ts'
import type { Channel, PartyRole } from './case.ts'

export interface CaseToOpen {
  id: string
  receiptNumber: string
  form: string
  channel: Channel
  status: string
  receivedOn: Temporal.PlainDate
  office: string | null
  isProtected: boolean
  account: string | null
  role: PartyRole | null
  at: Temporal.Instant
  by: string
}

export async function nextReceiptSequence(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{ value: string }>`select nextval('cases.receipt_sequence')::text as value`.execute(tx)
  return BigInt(rows[0]?.value ?? 0)
}

/** Writes the case, its first status and its party. False: the receipt number exists, and nothing was written. */
export async function insertCase(tx: Tx, opening: CaseToOpen): Promise<boolean> {
  const { id, receiptNumber, form, channel, status, receivedOn, office, isProtected, account, role, at, by } = opening
  const { rows } = await sql<{ opened: boolean }>`
    select cases.open_case(${id}, ${receiptNumber}, ${form}, ${channel}, ${status}, ${receivedOn}, ${office},
      ${isProtected}, ${account}, ${role}, ${at}, ${by}) as opened`.execute(tx)
  return rows[0]?.opened ?? false
}

/** Locks a case's row until the transaction ends, so that of two changes the second sees the first. */
export function lockCase(tx: Tx, receiptNumber: string): Promise<{ id: string; status: string; form: string; office: string | null } | undefined> {
  return tx
    .selectFrom('cases.case')
    .select(['id', 'status', 'form', 'office'])
    .where('receipt_number', '=', receiptNumber)
    .forUpdate()
    .executeTakeFirst()
}

export interface ChangeToRecord {
  id: string
  caseId: string
  status: string
  on: Temporal.PlainDate
  at: Temporal.Instant
  by: { kind: string; id: string }
  reasonSealed: Buffer
}

/** Adds the change to the course and makes it the status of the case. */
export async function recordStatusChange(tx: Tx, change: ChangeToRecord): Promise<void> {
  const { caseId, status, on, at } = change
  await tx
    .insertInto('cases.status_change')
    .values({
      id: change.id,
      case: caseId,
      status,
      effective_on: on,
      at,
      by_kind: change.by.kind,
      by_id: change.by.id,
      reason_sealed: change.reasonSealed,
    })
    .execute()
  await tx
    .updateTable('cases.case')
    .set({ status, status_on: on, status_since: at, touched_at: at })
    .where('id', '=', caseId)
    .execute()
}

/** The office that holds a case from now on. */
export async function recordOffice(tx: Tx, caseId: string, office: string): Promise<void> {
  await tx.updateTable('cases.case').set({ office }).where('id', '=', caseId).execute()
}

/** Where a case stands, for a person on it. */
export const findOwnStanding = (tx: Tx, receiptNumber: string) =>
  tx.selectFrom('cases.case').select(['form', 'status', 'status_on', 'received_on']).where('receipt_number', '=', receiptNumber).executeTakeFirstOrThrow()

/** False: the person who acts did nothing in this transaction from which a status follows. */
export async function enterPersonsStatus(
  tx: Tx,
  { ground, change, status, on, at, reasonSealed }: { ground: string; change: string; status: string; on: Temporal.PlainDate; at: Temporal.Instant; reasonSealed: Buffer },
): Promise<boolean> {
  const { rows } = await sql<{ entered: boolean }>`
    select cases.enter_by_person(${ground}, ${change}, ${status}, ${on}, ${at}, ${reasonSealed}) as entered`.execute(tx)
  return rows[0]?.entered ?? false
}

/** The accounts that are related to a case now. */
export async function listPartyAccounts(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('cases.party')
    .select('account')
    .distinct()
    .where('case', '=', caseId)
    .where('until_at', 'is', null)
    .execute()
  return rows.map(({ account }) => account)
}

/** Who is on each of many cases now. */
export const listPartiesOf = (tx: Tx, cases: readonly string[]): Promise<{ case: string; account: string }[]> =>
  cases.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('cases.party').select(['case', 'account']).distinct().where('case', 'in', cases).where('until_at', 'is', null).execute()

/** What a notice says of a case; undefined for one that who acts may not see. */
export const findCaseToWriteAbout = (tx: Tx, id: string) =>
  tx.selectFrom('cases.case').select(['receipt_number', 'form', 'received_on', 'office']).where('id', '=', id).executeTakeFirst()
