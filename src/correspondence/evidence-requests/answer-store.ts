import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { AnswerSide } from './request.ts'

interface AnswerToKeep {
  ask: string
  /** The one that it becomes. */
  version: number
  lacks: boolean
  account: string
  side: AnswerSide
  saved_at: Temporal.Instant
  sealed: Buffer
}

/** Keeps an answer where nobody has saved another since; false: somebody has. */
export async function keepAnswer(tx: Tx, answer: AnswerToKeep): Promise<boolean> {
  if (answer.version === 1) {
    const added = await tx
      .insertInto('correspondence.request_answer')
      .values(answer)
      .onConflict((conflict) => conflict.column('ask').doNothing())
      .returning('version')
      .executeTakeFirst()
    return added !== undefined
  }
  const { ask, ...row } = answer
  const { numUpdatedRows } = await tx
    .updateTable('correspondence.request_answer')
    .set(row)
    .where('ask', '=', ask)
    .where('version', '=', answer.version - 1)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** In the cases room: the answer that was just given moves the case on. False: it was not given. */
export async function enterAnswer(
  tx: Tx,
  { request, change, status, on, at, reasonSealed }: { request: string; change: string; status: string; on: Temporal.PlainDate; at: Temporal.Instant; reasonSealed: Buffer },
): Promise<boolean> {
  const { rows } = await sql<{ entered: boolean }>`
    select cases.enter_answer(${request}, ${change}, ${status}, ${on}, ${at}, ${reasonSealed}) as entered`.execute(tx)
  return rows[0]?.entered ?? false
}

/** In the evidence room: what the others who are on the case now have gathered goes with the answer that was just given. */
export async function sendGathered(tx: Tx, { request, at }: { request: string; at: Temporal.Instant }): Promise<void> {
  await sql`select correspondence.send_gathered(${request}, ${at})`.execute(tx)
}
