import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Dispute, PaymentState } from './payment.ts'

export type PaymentOfCase = { submission: string; state: PaymentState; dispute: Dispute | null }

/** The last payment of the filing behind a case. */
export async function findPaymentOfCase(tx: Tx, caseId: string): Promise<PaymentOfCase | undefined> {
  const row = await tx
    .selectFrom('filing.payment as payment')
    .innerJoin('filing.submission as submission', 'submission.id', 'payment.submission')
    .select(['submission.id as submission', 'payment.state', 'payment.dispute'])
    .where('submission.case', '=', caseId)
    .orderBy('payment.attempt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row as PaymentOfCase | undefined
}

export type TakenBackRow = {
  id: string
  receiptNumber: string
  form: string
  state: PaymentState
  dispute: Dispute | null
  amountCents: number
  since: Temporal.Instant
}

/** Payments of which a bank took money back, the newest first, after a place in that order. */
export async function listTakenBack(
  tx: Tx,
  { after, most }: { after: { since: Temporal.Instant; id: string } | null; most: number },
): Promise<TakenBackRow[]> {
  const since = sql`coalesce(p.disputed_at, p.returned_at)`
  const place = after ? sql`and (${since}, p.id) < (${after.since}::timestamptz, ${after.id}::uuid)` : sql``
  const { rows } = await sql<TakenBackRow>`
    select p.id, s.receipt_number as "receiptNumber", s.form, p.state, p.dispute,
      case when p.dispute is null then p.taken_back_cents else p.dispute_cents end as "amountCents", ${since} as since
    from filing.payment p join filing.submission s on s.id = p.submission
    where (p.dispute is not null or (p.state = 'returned' and p.captured_cents > 0)) and s.receipt_number is not null ${place}
    order by ${since} desc, p.id desc
    limit ${most}`.execute(tx)
  return rows
}
