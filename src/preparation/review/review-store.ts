import { type Insertable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { PackageRow } from './package-texts.ts'

/** What is known of a package without its texts. */
export type PackageFacts = Omit<PackageRow, 'form_sealed' | 'appearance_sealed'>

const facts = ['id', 'preparation', 'ordinal', 'laid_at', 'judged_on', 'form_sha256', 'appearance_sha256', 'copy', 'copied_at', 'voided_at', 'voided_why', 'reviewed_at', 'pressed_at', 'pressed_by', 'pressed_cents', 'pressed_language', 'price_cents', 'press_done_at', 'press_refused', 'void_told_at'] as const

/** Those of a preparation, the last one first. */
export const listPackages = (tx: Tx, preparation: string): Promise<PackageFacts[]> =>
  tx.selectFrom('preparation.package').select(facts).where('preparation', '=', preparation).orderBy('ordinal', 'desc').execute()

export const findPackages = (tx: Tx, ids: readonly string[]): Promise<PackageRow[]> =>
  tx.selectFrom('preparation.package').selectAll().where('id', 'in', ids).execute()

export async function recordReviewed(tx: Tx, id: string, reviewed_at: Temporal.Instant): Promise<void> {
  await tx.updateTable('preparation.package').set({ reviewed_at }).where('id', '=', id).where('reviewed_at', 'is', null).execute()
}

export async function recordVoid(tx: Tx, id: string, voided_why: 'changes-asked' | 'declined', voided_at: Temporal.Instant): Promise<void> {
  await tx.updateTable('preparation.package').set({ voided_at, voided_why }).where('id', '=', id).execute()
}

/** How the filing stands, for both sides. `state`: of the last payment. */
export interface FilingFacts {
  readonly signed_sha256: string | null
  readonly signed_at: Temporal.Instant | null
  readonly submission: string | null
  readonly state: string | null
  readonly reason: string | null
  readonly url: string | null
  readonly receipt_number: string | null
}

export async function findFiling(tx: Tx, preparation: string): Promise<FilingFacts | undefined> {
  return (await sql<FilingFacts>`select * from preparation.filing_of(${preparation}::uuid)`.execute(tx)).rows[0]
}

export async function findPractice(tx: Tx, preparation: string): Promise<unknown> {
  return (await sql<{ practice: unknown }>`select preparation.practice_of(${preparation}::uuid) as practice`.execute(tx)).rows[0]?.practice ?? null
}

/** Makes the copy that stands a draft of the client's own. False: there is none that can be. */
export async function releaseCopy(tx: Tx, preparation: string, at: Temporal.Instant): Promise<boolean> {
  return (await sql<{ done: boolean }>`select preparation.release_copy(${preparation}::uuid, ${at}::timestamptz) as done`.execute(tx)).rows[0]?.done === true
}

export async function insertAnswer(tx: Tx, answer: Insertable<DB['preparation.answer']>): Promise<void> {
  await tx.insertInto('preparation.answer').values(answer).execute()
}

/** What was prepared for these accounts and goes on, the last taken up first. `ready`: a package stands. */
export async function listPreparedFor(tx: Tx, accounts: readonly string[], most: number): Promise<{ id: string; form: string | null; ready: boolean }[]> {
  const { rows } = await sql<{ id: string; form: string | null; ready: boolean }>`
    select its.id, its.form, exists (select from preparation.package p where p.preparation = its.id and p.voided_at is null) as ready
    from preparation.preparation its
    where its.client_account = any (${accounts}::uuid[]) and its.ended_at is null and its.filed_at is null
    order by its.linked_at desc, its.id limit ${most}::int`.execute(tx)
  return rows
}

/** Ended by the client; a trigger voids what stands. */
export async function recordEnded(tx: Tx, id: string, ended_at: Temporal.Instant): Promise<void> {
  await tx.updateTable('preparation.preparation').set({ ended_at, ended_from: 'client' }).where('id', '=', id).where('ended_at', 'is', null).execute()
}
