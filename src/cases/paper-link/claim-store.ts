import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

export interface ClaimableNotice {
  id: string
  case: string
  receipt_number: string
  form: string
  addressee: 'applicant' | 'representative'
  account: string | null
  received_on: Temporal.PlainDate
  used_by: string | null
  sealed: Buffer
}

interface Typed {
  receiptNumber: string
  codeHashes: readonly string[]
  birthHashes: readonly string[]
  now: Temporal.Instant
  /** Who used it before is answered as then. */
  by?: string
}

const claimable = ({ receiptNumber, codeHashes, birthHashes, now, by = '' }: Typed) => sql<ClaimableNotice>`
  select notice.id, notice."case", its.receipt_number, its.form, notice.addressee, notice.account, its.received_on, notice.used_by, paper.sealed
  from cases."case" its
  join cases.paper_filing paper on paper."case" = its.id and paper.date_of_birth_hash = any(${birthHashes}::text[])
  join cases.access_notice notice on notice."case" = its.id
    and ((notice.ended_at is null and notice.expires_at > ${now}) or notice.used_by = nullif(${by}, '')::uuid)
    and notice.code_hash = any(${codeHashes}::text[])
  where its.receipt_number = ${receiptNumber}`

/** The standing notice that all three fit. Undefined alike for whatever does not: nothing tells which it was. */
export async function findClaimable(tx: Tx, typed: Typed): Promise<ClaimableNotice | undefined> {
  return (await claimable(typed).execute(tx)).rows[0]
}

/** The same, locked: of two who use a code at once one does. */
export async function lockClaimable(tx: Tx, typed: Typed): Promise<ClaimableNotice | undefined> {
  return (await sql<ClaimableNotice>`${claimable(typed)} for update of notice`.execute(tx)).rows[0]
}

export async function markNoticeUsed(tx: Tx, notice: string, { by, at }: { by: string; at: Temporal.Instant }): Promise<void> {
  await tx.updateTable('cases.access_notice').set({ ended_at: at, ended_as: 'used', used_by: by }).where('id', '=', notice).execute()
}

export async function insertParty(tx: Tx, party: { case: string; account: string; role: 'representative'; from_at: Temporal.Instant }): Promise<void> {
  await tx.insertInto('cases.party').values(party).execute()
}

/** Whether the account is on the case now, in that role. */
export async function isParty(tx: Tx, { caseId, account, role }: { caseId: string; account: string; role: string }): Promise<boolean> {
  const found = await tx
    .selectFrom('cases.party')
    .select('account')
    .where('case', '=', caseId)
    .where('account', '=', account)
    .where('role', '=', role)
    .where('until_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}
