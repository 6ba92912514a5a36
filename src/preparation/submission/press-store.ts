import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

interface Press {
  readonly by: 'representative' | 'client'
  readonly shownCents: number
  readonly language: string
  readonly at: Temporal.Instant
}

/** Keeps the press that a job carries out; what became of an earlier one is over. */
export async function recordPress(tx: Tx, id: string, { by, shownCents, language, at }: Press): Promise<void> {
  await tx
    .updateTable('preparation.package')
    .set({ pressed_at: at, pressed_by: by, pressed_cents: shownCents, pressed_language: language, press_refused: null, press_done_at: null })
    .where('id', '=', id)
    .execute()
}

/** That the last press was carried out. `refused`: why nothing came of it, and what it costs where that is why. */
export async function recordPressDone(tx: Tx, id: string, done: { at: Temporal.Instant; refused: string | null; costsCents: number | undefined }): Promise<void> {
  const { at, refused, costsCents } = done
  await tx
    .updateTable('preparation.package')
    .set({ press_done_at: at, press_refused: refused, ...(costsCents === undefined ? {} : { price_cents: costsCents }) })
    .where('id', '=', id)
    .execute()
}

export async function recordPrice(tx: Tx, id: string, price_cents: number): Promise<void> {
  await tx.updateTable('preparation.package').set({ price_cents }).where('id', '=', id).execute()
}

/** The preparation that a submission came of, for its two sides; null for everybody else. */
export async function findPreparationOfSubmission(tx: Tx, submission: string): Promise<string | null> {
  return (await sql<{ preparation: string | null }>`select preparation.of_submission(${submission}::uuid) as preparation`.execute(tx)).rows[0]?.preparation ?? null
}

/** Makes the representative one of the case that the notice names. False: it is none of the client's who acts. */
export async function enterOnCase(tx: Tx, preparation: string, at: Temporal.Instant): Promise<boolean> {
  return (await sql<{ entered: boolean }>`select preparation.enter_appearance(${preparation}::uuid, ${at}::timestamptz) as entered`.execute(tx)).rows[0]?.entered === true
}

/** The number of the case, for a record of it. */
export async function findReceiptNumber(tx: Tx, caseId: string): Promise<string> {
  return (await sql<{ number: string | null }>`select preparation.number_of_case(${caseId}::uuid) as number`.execute(tx)).rows[0]?.number ?? ''
}
