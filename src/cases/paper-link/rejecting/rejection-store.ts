import { type Selectable, sql } from 'kysely'
import type { DB } from '../../../platform/db/tables.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

export type RejectionRow = Selectable<DB['cases.paper_rejection']>
type Typed = Pick<RejectionRow, 'form' | 'received_on' | 'fee_cents' | 'fee_returned'> & { reasons: string[]; sealed: Buffer; typed_at: Temporal.Instant }

/** One of this id that is there already stays as it is. */
export async function insertTyped(tx: Tx, typed: Typed & { id: string; typed_by: string }): Promise<void> {
  await tx
    .insertInto('cases.paper_rejection')
    .values(typed)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export const findRejection = (tx: Tx, id: string): Promise<RejectionRow | undefined> =>
  tx.selectFrom('cases.paper_rejection').selectAll().where('id', '=', id).executeTakeFirst()

export const lockRejection = (tx: Tx, id: string): Promise<RejectionRow | undefined> =>
  tx.selectFrom('cases.paper_rejection').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function updateTypedRejection(tx: Tx, id: string, typed: Typed): Promise<void> {
  await tx.updateTable('cases.paper_rejection').set(typed).where('id', '=', id).execute()
}

export async function markRejected(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('cases.paper_rejection').set({ rejected_at: at }).where('id', '=', id).execute()
}

export async function deleteRejection(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('cases.paper_rejection').where('id', '=', id).execute()
}

export async function insertRejectionLetter(tx: Tx, letter: { id: string; rejection: string; kind: string; sealed: Buffer; written_at: Temporal.Instant }): Promise<void> {
  await tx.insertInto('cases.letter').values(letter).execute()
}

export type ListedRejection = RejectionRow & { letter: 'waits' | 'apart' | 'in-batch' | 'printed' }

/** Rejections that were confirmed, the newest first, each with where its letter stands, and how many there are. */
export async function listRejections(tx: Tx, { skip, most }: { skip: number; most: number }): Promise<{ rejections: ListedRejection[]; total: number }> {
  const { rows } = await sql<ListedRejection>`
    select its.*, case when letter.printed_at is not null then 'printed' when letter.batch is not null then 'in-batch'
      when letter.apart_at is not null then 'apart' else 'waits' end as letter
    from cases.paper_rejection its join cases.letter letter on letter.rejection = its.id
    where its.rejected_at is not null order by its.rejected_at desc, its.id offset ${skip} limit ${most}`.execute(tx)
  const { total } = await tx.selectFrom('cases.paper_rejection').select(({ fn }) => fn.countAll().as('total')).where('rejected_at', 'is not', null).executeTakeFirstOrThrow()
  return { rejections: rows, total: Number(total) }
}

/** How many were confirmed since then, by each reason; one with several reasons is counted under each. */
export async function countRejectionsByReason(tx: Tx, since: Temporal.Instant): Promise<{ reason: string; rejections: number }[]> {
  const { rows } = await sql<{ reason: string; rejections: number }>`
    select reason, count(*)::int as rejections from cases.paper_rejection its, unnest(its.reasons) as reason
    where its.rejected_at >= ${since} group by reason order by count(*) desc, reason`.execute(tx)
  return rows
}

/** What was typed and left goes; of what was rejected long ago, who it was. */
export async function forgetRejections(tx: Tx, { typedBefore, rejectedBefore, at }: { typedBefore: Temporal.Instant; rejectedBefore: Temporal.Instant; at: Temporal.Instant }): Promise<void> {
  await tx.deleteFrom('cases.paper_rejection').where('rejected_at', 'is', null).where('typed_at', '<', typedBefore).execute()
  await tx
    .updateTable('cases.paper_rejection')
    .set({ sealed: null, emptied_at: at })
    .where('rejected_at', '<', rejectedBefore)
    .where('emptied_at', 'is', null)
    .execute()
}
