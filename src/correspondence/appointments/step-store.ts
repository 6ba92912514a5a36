import type { Insertable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export async function insertStep(tx: Tx, step: Insertable<DB['correspondence.appointment_step']>): Promise<void> {
  await tx.insertInto('correspondence.appointment_step').values(step).execute()
}

/** Whether this press was done with this appointment. */
export async function isPressed(tx: Tx, { press, appointment }: { press: string; appointment: string }): Promise<boolean> {
  const row = await tx.selectFrom('correspondence.appointment_step').select('id').where('id', '=', press).where('appointment', '=', appointment).executeTakeFirst()
  return row !== undefined
}

export interface StepRow {
  id: string
  at: Temporal.Instant
  what: string
  side: string
  from_at: Temporal.Instant | null
  to_at: Temporal.Instant | null
  why: string | null
  staff: string | null
  words_sealed: Buffer | null
}

const stepsMost = 100

/** What was done with an appointment, the newest first, for the office. */
export const listSteps = (tx: Tx, appointment: string): Promise<StepRow[]> =>
  tx
    .selectFrom('correspondence.appointment_step')
    .select(['id', 'at', 'what', 'side', 'from_at', 'to_at', 'why', 'staff', 'words_sealed'])
    .where('appointment', '=', appointment)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(stepsMost)
    .execute()

/** A step that nobody was told of yet, with its appointment, locked; undefined: they were. */
export const lockUntold = (tx: Tx, id: string) =>
  tx
    .selectFrom('correspondence.appointment_step as step')
    .innerJoin('correspondence.appointment as its', 'its.id', 'step.appointment')
    .select(['step.id', 'step.what', 'step.why', 'step.from_at', 'its.id as appointment', 'its.case', 'its.receipt_number', 'its.kind', 'its.office', 'its.starts_at', 'its.minutes', 'its.state'])
    .where('step.id', '=', id)
    .where('step.told_at', 'is', null)
    .forUpdate('step')
    .executeTakeFirst()

export async function markTold(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('correspondence.appointment_step').set({ told_at: at }).where('id', '=', id).execute()
}
