import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

export interface StepCount {
  /** As `2026-11-23`. */
  day: string
  step: string
  done: number
}

export async function addToStepCount(tx: Tx, step: string, day: Temporal.PlainDate): Promise<void> {
  await sql`select accounts.count_sign_up_step(${step}, ${day.toString()}::date)`.execute(tx)
}

export async function listStepCounts(tx: Tx, since: Temporal.PlainDate): Promise<StepCount[]> {
  const { rows } = await sql<StepCount>`
    select day::text as day, step, done from accounts.sign_up_step_count
    where day >= ${since.toString()}::date order by day, step`.execute(tx)
  return rows
}

export async function deleteOldStepCounts(tx: Tx, before: Temporal.PlainDate): Promise<void> {
  await sql`delete from accounts.sign_up_step_count where day < ${before.toString()}::date`.execute(tx)
}
