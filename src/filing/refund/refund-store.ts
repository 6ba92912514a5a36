import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { PaymentOfCase } from '../payment/taken-back-store.ts'
import type { RefundState } from './refund.ts'

export type RefundRow = Omit<Selectable<DB['filing.refund']>, 'state'> & { readonly state: RefundState }

const asRefunds = <Row>(rows: Promise<Row[]>): Promise<RefundRow[]> => rows as unknown as Promise<RefundRow[]>

/** What can still be given back of a payment, in cents; null: it was not taken. Held until the transaction ends. */
export async function lockRefundable(tx: Tx, payment: string): Promise<number | null> {
  const { rows } = await sql<{ cents: number | null }>`select filing.refundable_cents(${payment}) as cents`.execute(tx)
  return rows[0]?.cents ?? null
}

export async function insertRefund(tx: Tx, refund: Omit<Insertable<DB['filing.refund']>, 'state'>): Promise<void> {
  await tx.insertInto('filing.refund').values({ ...refund, state: 'asked' }).execute()
}

export const lockRefund = (tx: Tx, id: string): Promise<RefundRow | undefined> =>
  tx.selectFrom('filing.refund').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() as Promise<RefundRow | undefined>

export const findRefund = (tx: Tx, id: string): Promise<RefundRow | undefined> =>
  tx.selectFrom('filing.refund').selectAll().where('id', '=', id).executeTakeFirst() as Promise<RefundRow | undefined>

type Change = Omit<Updateable<DB['filing.refund']>, 'state'> & { state?: RefundState }

export async function recordRefund(tx: Tx, id: string, change: Change): Promise<void> {
  await tx.updateTable('filing.refund').set(change).where('id', '=', id).execute()
}

export const listRefundsOfCase = (tx: Tx, caseId: string): Promise<RefundRow[]> =>
  asRefunds(tx.selectFrom('filing.refund').selectAll().where('case', '=', caseId).orderBy('asked_at', 'desc').orderBy('id').execute())

interface OwnMoneyRow {
  readonly payment: PaymentOfCase | null
  readonly refunds: readonly { readonly id: string; readonly amountCents: number; readonly reason: string; readonly state: RefundState; readonly at: string }[] | null
}

/** The last payment of a case and what is given back, the newest first, as far as its own person may read it: no note, and nobody of the office. */
export async function findOwnMoney(tx: Tx, caseId: string): Promise<OwnMoneyRow> {
  const { rows } = await sql<OwnMoneyRow>`
    select (select json_build_object('submission', submission.id, 'state', payment.state, 'dispute', payment.dispute)
        from filing.payment payment join filing.submission submission on submission.id = payment.submission
        where submission."case" = ${caseId} order by payment.attempt desc limit 1) as payment,
      (select json_agg(json_build_object('id', its.id, 'amountCents', its.amount_cents, 'reason', its.reason, 'state', its.state,
          'at', coalesce(its.closed_at, its.decided_at)) order by its.decided_at desc)
        from filing.refund its where its."case" = ${caseId} and its.state in ('agreed', 'on-its-way', 'done', 'failed')) as refunds`.execute(tx)
  return rows[0] ?? { payment: null, refunds: null }
}

/** Everything that was given back to these accounts, or is to be, for their own archive. */
export const listHeldRefunds = (tx: Tx, accounts: readonly string[]): Promise<RefundRow[]> =>
  asRefunds(tx.selectFrom('filing.refund').selectAll().where('account', 'in', accounts).orderBy('asked_at').orderBy('id').execute())

export type WaitingRefund = Pick<RefundRow, 'id' | 'amount_cents' | 'reason' | 'state' | 'asked_by' | 'asked_at'> & {
  readonly receipt_number: string
}

/**
 * What waits for somebody of the office, the longest first: to be agreed to, or looked at because it failed and was not asked for anew.
 */
export async function listRefundsToDecide(tx: Tx, most: number): Promise<WaitingRefund[]> {
  const rows = await tx
    .selectFrom('filing.refund as refund')
    .innerJoin('filing.payment as payment', 'payment.id', 'refund.payment')
    .innerJoin('filing.submission as submission', 'submission.id', 'payment.submission')
    .select(['refund.id', 'refund.amount_cents', 'refund.reason', 'refund.state', 'asked_by', 'asked_at', 'submission.receipt_number'])
    .where('refund.state', 'in', ['asked', 'failed'])
    .where(({ eb, exists, not, selectFrom }) =>
      eb.or([
        eb('refund.state', '=', 'asked'),
        not(
          exists(
            selectFrom('filing.refund as later')
              .select('later.id')
              .whereRef('later.payment', '=', 'refund.payment')
              .whereRef('later.asked_at', '>', 'refund.asked_at'),
          ),
        ),
      ]),
    )
    .orderBy('asked_at')
    .orderBy('refund.id')
    .limit(most)
    .execute()
  return rows as unknown as WaitingRefund[]
}

/** Refunds whose provider is to be asked again, the longest first. */
export async function listRefundsToCheck(tx: Tx, now: Temporal.Instant, most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('filing.refund')
    .select('id')
    .where('state', 'in', ['agreed', 'on-its-way'])
    .where('next_check_at', '<=', now)
    .orderBy('next_check_at')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** Refunds of a payment that its provider may have news of: one that was done can still come back. */
export async function listRefundsToFollow(tx: Tx, payment: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('filing.refund')
    .select('id')
    .where('payment', '=', payment)
    .where('state', 'in', ['agreed', 'on-its-way', 'done'])
    .execute()
  return rows.map(({ id }) => id)
}
