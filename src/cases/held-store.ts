import { sql } from 'kysely'
import type { Tx } from '../platform/db/transaction.ts'
import type { PartyRole } from './case.ts'
import type { CaseRow, CourseJson } from './own-case-store.ts'

export type HeldCaseRow = CaseRow & { role: PartyRole; from_at: Temporal.Instant; course: CourseJson | null }

/** The cases these accounts are related to now, the oldest first. */
export async function listHeldCases(tx: Tx, accounts: readonly string[]): Promise<HeldCaseRow[]> {
  const { rows } = await sql<HeldCaseRow>`
    select its.id, its.receipt_number, its.form, its.channel, its.status, its.status_on, its.status_since, its.received_on,
      its.office, its.touched_at, party.role, party.from_at,
      (select json_agg(json_build_object('status', past.status, 'on', past.effective_on, 'at', past.at) order by past.ordinal)
       from cases.status_change past where past."case" = its.id) as course
    from cases.party join cases."case" its on its.id = party."case"
    where party.account = any (${accounts}::uuid[]) and party.until_at is null
    order by its.received_on, its.receipt_number`.execute(tx)
  return rows
}

export const listEndedParties = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('cases.party')
    .select(['role', 'from_at', 'until_at'])
    .where('account', 'in', accounts)
    .where('until_at', 'is not', null)
    .orderBy('from_at')
    .execute()

/** Their papers, but not, of protected cases, those that say where somebody lives: more people than one may be on a case. */
export const listPapersOf = (tx: Tx, cases: readonly string[]) =>
  cases.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('cases.document as paper')
        .innerJoin('cases.case as its', 'its.id', 'paper.case')
        .select(['paper.id', 'paper.case', 'paper.kind', 'paper.storage_key', 'paper.content_type', 'paper.sha256'])
        .select(['paper.size_bytes', 'paper.pages', 'paper.made_at', 'paper.received_on'])
        .where('paper.case', 'in', cases)
        .where((paper) => paper.or([paper.not('its.protected'), paper('paper.kind', 'not in', ['scanned-address', 'scanned-returned-mail'])]))
        .orderBy('paper.made_at')
        .orderBy('paper.id')
        .execute()

export const listFollows = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('cases.follower')
    .innerJoin('cases.case', 'cases.case.id', 'cases.follower.case')
    .select(['receipt_number', 'since_at'])
    .where('account', 'in', accounts)
    .orderBy('since_at')
    .execute()

export const listAddressChanges = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('cases.address_change')
    .select(['id', 'case', 'sealed', 'at'])
    .where('account', 'in', accounts)
    .orderBy('ordinal')
    .execute()

/** These accounts are related to no case any longer; the cases stay with the agency. */
export async function endParties(tx: Tx, accounts: readonly string[], at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('cases.party')
    .set({ until_at: at })
    .where('account', 'in', accounts)
    .where('until_at', 'is', null)
    .execute()
  await tx.deleteFrom('cases.follower').where('account', 'in', accounts).execute()
}
