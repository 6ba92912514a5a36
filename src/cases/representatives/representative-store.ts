import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** Who represents the person who acts on a case of theirs, or may; the form that names them in base64. */
export type RepresentativesJson = readonly { id: string; since: string; joinsUntil: string | null; sealed: string | null; practice: unknown }[]

/** Those of the case `its`, as one JSON value of its row; of another's case nobody. */
export const representativesColumn = sql<RepresentativesJson | null>`(
  select json_agg(json_build_object('id', who.id, 'since', who.since_at, 'joinsUntil', who.joins_until, 'sealed', encode(who.sealed, 'base64'), 'practice', who.practice)
    order by who.joins_until nulls first, who.since_at)
  from cases.representatives_of_own(its.id) who)`

export interface StandingParty {
  id: string
  account: string
  role: string
  from_at: Temporal.Instant
}

/** Everybody who is on a case now, locked: of two who end the same relation the second sees that it has ended. */
export const lockParties = (tx: Tx, caseId: string): Promise<StandingParty[]> =>
  tx.selectFrom('cases.party').select(['id', 'account', 'role', 'from_at']).where('case', '=', caseId).where('until_at', 'is', null).orderBy('id').forUpdate().execute()

/** Who represents somebody on a case now. */
export const listRepresentatives = (tx: Tx, caseId: string): Promise<StandingParty[]> =>
  tx
    .selectFrom('cases.party')
    .select(['id', 'account', 'role', 'from_at'])
    .where('case', '=', caseId)
    .where('role', '=', 'representative')
    .where('until_at', 'is', null)
    .orderBy('from_at')
    .execute()

export const listRepresentativesOn = (tx: Tx, cases: readonly string[]): Promise<{ case: string; account: string; from_at: Temporal.Instant }[]> =>
  tx
    .selectFrom('cases.party')
    .select(['case', 'account', 'from_at'])
    .where('case', 'in', cases)
    .where('role', '=', 'representative')
    .where('until_at', 'is', null)
    .orderBy('from_at')
    .execute()

/** The cases on which one of these accounts represents somebody now. */
export const listRepresented = (tx: Tx, accounts: readonly string[]): Promise<{ id: string; receipt_number: string }[]> =>
  tx
    .selectFrom('cases.party')
    .innerJoin('cases.case', 'cases.case.id', 'cases.party.case')
    .select(['cases.case.id', 'receipt_number'])
    .distinct()
    .where('account', 'in', accounts)
    .where('role', '=', 'representative')
    .where('until_at', 'is', null)
    .orderBy('cases.case.id')
    .execute()

/** Whether somebody represented the person of a case, or might have joined it, until that was ended; by nobody who represents them now. */
export async function isRepresentationOver(tx: Tx, caseId: string): Promise<boolean> {
  const { rows } = await sql<{ over: boolean }>`
    select not exists (select from cases.party where "case" = ${caseId} and role = 'representative' and until_at is null)
      and (exists (select from cases.party where "case" = ${caseId} and role = 'representative' and until_at is not null)
        or exists (select from cases.access_notice where "case" = ${caseId} and addressee = 'representative' and ended_as = 'withdrawn' and ended_by is null)) as over`.execute(tx)
  return rows[0]?.over ?? false
}

export async function endParty(tx: Tx, id: string, { at, by }: { at: Temporal.Instant; by?: { staff: string; why: Buffer } }): Promise<void> {
  await tx
    .updateTable('cases.party')
    .set({ until_at: at, ...(by ? { ended_by: by.staff, ended_why_sealed: by.why } : {}) })
    .where('id', '=', id)
    .execute()
}

export const findCaseToEnd = (tx: Tx, receiptNumber: string): Promise<{ id: string; receipt_number: string } | undefined> =>
  tx.selectFrom('cases.case').select(['id', 'receipt_number']).where('receipt_number', '=', receiptNumber).executeTakeFirst()
