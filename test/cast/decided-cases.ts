import { sql } from 'kysely'
import type { TestDatabase } from '../database.ts'

type Decided = {
  readonly form: string
  /** The days from receipt to the decision, a case for each. */
  readonly days: readonly number[]
  readonly decidedOn?: string
  readonly decidedAgainOn?: string
  readonly status?: string
  readonly isProtected?: boolean
}

let made = 0

/** Cases that were received and decided. */
export async function decidedCases({ pools }: TestDatabase, decided: Decided): Promise<void> {
  const { form, days, decidedOn = '2026-11-01', decidedAgainOn, status = 'approved', isProtected = false } = decided
  for (const each of days) {
    made += 1
    const number = `WAC${String(made).padStart(10, '0')}`
    const received = Temporal.PlainDate.from(decidedOn).subtract({ days: each })
    const { rows } = await sql<{ id: string }>`
      insert into cases."case" values (gen_random_uuid(), ${number}, ${form}, 'paper', ${status}, ${decidedOn}, now(), ${received},
        null, ${isProtected}, now(), now()) returning id`.execute(pools.owner as NonNullable<typeof pools.owner>)
    const steps = [['received', received.toString()], [status, decidedOn], ...(decidedAgainOn ? [[status, decidedAgainOn]] : [])]
    for (const [step, on] of steps) {
      await sql`insert into cases.status_change (id, "case", status, effective_on, at, by_kind, by_id)
        values (gen_random_uuid(), ${rows[0]?.id}, ${step}, ${on}, now(), 'system', 'test')`.execute(pools.owner as NonNullable<typeof pools.owner>)
    }
  }
}
