import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** In the name of the staff who acts. False: it stands already. */
export async function insertCaseMark(tx: Tx, mark: { id: string; caseId: string; at: Temporal.Instant; reasonSealed: Buffer }): Promise<boolean> {
  const { rows } = await sql<{ set: boolean }>`
    select cases.protect(${mark.id}::uuid, ${mark.caseId}::uuid, ${mark.at}::timestamptz, ${mark.reasonSealed}) as set`.execute(tx)
  return rows[0]?.set ?? false
}

export interface SealedCaseMark {
  id: string
  set_by: string | null
  set_at: Temporal.Instant
  reason_sealed: Buffer | null
}

export const findCaseMark = (tx: Tx, caseId: string): Promise<SealedCaseMark | undefined> =>
  tx
    .selectFrom('cases.protection')
    .select(['id', 'set_by', 'set_at', 'reason_sealed'])
    .where('case', '=', caseId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()

export interface HeldLetter {
  id: string
  case: string
  notice: string | null
  kind: string
  sealed: Buffer
  apart_at: Temporal.Instant
}

const heldOf = (caseId: string) => sql<HeldLetter>`
  select id, "case", notice, kind, sealed, apart_at from cases.letter
  where "case" = ${caseId} and apart_as = 'protected' and printed_at is null and withdrawn_at is null
  order by apart_at, id`

/** The letters of a case that wait until it is known where post is safe, the oldest first. */
export const listHeldLetters = async (tx: Tx, caseId: string): Promise<HeldLetter[]> => (await heldOf(caseId).execute(tx)).rows

/** The same, locked: of two who decide about one the second finds it gone. */
export const lockHeldLetters = async (tx: Tx, caseId: string): Promise<HeldLetter[]> => (await sql<HeldLetter>`${heldOf(caseId)} for update`.execute(tx)).rows

export async function markSafeAsItIs(tx: Tx, letter: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('cases.letter').set({ safe_at: at, apart_at: null, apart_as: null }).where('id', '=', letter).execute()
}

export async function markDropped(tx: Tx, letter: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('cases.letter').set({ withdrawn_at: at, sealed: null }).where('id', '=', letter).execute()
}

export interface CaseWithHeld {
  receiptNumber: string
  letters: number
  since: Temporal.Instant
}

/** The cases with letters that wait so, those that have waited longest first. */
export async function listCasesWithHeld(tx: Tx, most: number): Promise<CaseWithHeld[]> {
  const { rows } = await sql<CaseWithHeld>`
    select its.receipt_number as "receiptNumber", count(*)::int as letters, min(letter.apart_at) as since
    from cases.letter letter join cases."case" its on its.id = letter."case"
    where letter.apart_at is not null and letter.apart_as = 'protected' and letter.printed_at is null and letter.withdrawn_at is null
    group by its.receipt_number order by since limit ${most}`.execute(tx)
  return rows
}

/** Of these cases those that who acts may see. */
export async function listSeen(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.selectFrom('cases.case').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}

const ofPeople = (accounts: readonly string[]) => sql`
  select distinct on (party."case") party."case", party.account from cases.party
  where party.account = any(${accounts}::uuid[]) and party.until_at is null and party.role <> 'representative'
  order by party."case", party.from_at`

/** The cases of these accounts of which letters are not printed yet. */
export async function listCasesWithHeldOf(tx: Tx, accounts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ case: string }>`
    select distinct letter."case" from (${ofPeople(accounts)}) own
    join cases.letter letter on letter."case" = own."case"
    where letter.batch is null and letter.printed_at is null and letter.withdrawn_at is null`.execute(tx)
  return rows.map((row) => row.case)
}

/** Their protected cases from paper of which no code was used and none stands, each with whose it is. */
export async function listUnclaimedOf(tx: Tx, accounts: readonly string[]): Promise<{ id: string; account: string }[]> {
  const { rows } = await sql<{ id: string; account: string }>`
    select its.id, own.account from (${ofPeople(accounts)}) own
    join cases."case" its on its.id = own."case" and its.protected
    join cases.paper_filing paper on paper."case" = its.id and not paper.consular
    where not exists (select from cases.access_notice notice
      where notice."case" = its.id and notice.addressee = 'applicant' and (notice.ended_as = 'used' or notice.ended_at is null))
    order by its.id`.execute(tx)
  return rows
}
