import { type Insertable, type Selectable, sql } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { NotCharged } from '../fees/fee-lines.ts'

/** A line of what a filing costs, with the words the payer saw. Amounts are whole cents. */
export type PricedLine = {
  readonly code: string
  readonly label: string
  readonly amountCents: number
  /** Why it is not charged, with the amount of the schedule; left out where it is. */
  readonly notCharged?: NotCharged
  readonly scheduledCents?: number
}

export type SubmissionRow = Omit<Selectable<DB['filing.submission']>, 'fee_lines'> & {
  readonly fee_lines: readonly PricedLine[]
}

export const asJson = (value: unknown) => sql<never>`${JSON.stringify(value)}::jsonb`

export const findSubmission = (tx: Tx, id: string): Promise<SubmissionRow | undefined> =>
  tx.selectFrom('filing.submission').selectAll().where('id', '=', id).executeTakeFirst() as Promise<
    SubmissionRow | undefined
  >

export const findSubmissionOfDraft = (tx: Tx, draft: string): Promise<SubmissionRow | undefined> =>
  tx.selectFrom('filing.submission').selectAll().where('draft', '=', draft).executeTakeFirst() as Promise<
    SubmissionRow | undefined
  >

/** The submission that a case was opened for. */
export const findReceivedOfCase = (tx: Tx, caseId: string): Promise<SubmissionRow | undefined> =>
  tx.selectFrom('filing.submission').selectAll().where('case', '=', caseId).executeTakeFirst() as Promise<
    SubmissionRow | undefined
  >

type NewSubmission = Omit<Insertable<DB['filing.submission']>, 'fee_lines'> & { fee_lines: readonly PricedLine[] }

export async function insertSubmission(tx: Tx, submission: NewSubmission): Promise<void> {
  await tx
    .insertInto('filing.submission')
    .values({ ...submission, fee_lines: asJson(submission.fee_lines) })
    .execute()
}

/** What a submission would cost now; it is asked again at every press of Pay and submit. */
export async function recordFee(
  tx: Tx,
  id: string,
  { sumCents: fee_cents, waivedCents: waived_cents, lines }: { sumCents: number; waivedCents: number; lines: readonly PricedLine[] },
): Promise<void> {
  await tx
    .updateTable('filing.submission')
    .set({ fee_cents, waived_cents, fee_lines: asJson(lines) })
    .where('id', '=', id)
    .where('received_at', 'is', null)
    .execute()
}

export type Receipt = {
  signature: string
  received_at: Temporal.Instant
  received_on: Temporal.PlainDate
  case: string
  receipt_number: string
}

/** Makes a submission received, once: throws when it was already, which undoes the case that was opened for it. */
export async function recordReceipt(tx: Tx, id: string, receipt: Receipt): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('filing.submission')
    .set(receipt)
    .where('id', '=', id)
    .where('received_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error('This submission has been received already')
}
