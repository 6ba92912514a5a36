import type { Insertable, Selectable, Updateable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { PayEvent } from '../../platform/pay/index.ts'
import { asJson, type PricedLine } from '../submission/submission-store.ts'
import { checkedStates, type Dispute, liveStates, type PaymentState } from './payment.ts'
import { statesBefore } from './transitions.ts'

export type Payment = Omit<Selectable<DB['filing.payment']>, 'lines' | 'state' | 'dispute'> & {
  readonly lines: readonly PricedLine[]
  readonly state: PaymentState
  readonly dispute: Dispute | null
}

const payments = (tx: Tx) => tx.selectFrom('filing.payment').selectAll()

export const findPayment = (tx: Tx, id: string): Promise<Payment | undefined> =>
  payments(tx).where('id', '=', id).executeTakeFirst() as Promise<Payment | undefined>

export const lockPayment = (tx: Tx, id: string): Promise<Payment | undefined> =>
  payments(tx).where('id', '=', id).forUpdate().executeTakeFirst() as Promise<Payment | undefined>

export const findPaymentAtProvider = (tx: Tx, providerId: string): Promise<Payment | undefined> =>
  payments(tx).where('provider_id', '=', providerId).executeTakeFirst() as Promise<Payment | undefined>

/** The attempt that is under way or done: there is never more than one. */
export const lockLivePayment = (tx: Tx, submission: string): Promise<Payment | undefined> =>
  payments(tx)
    .where('submission', '=', submission)
    .where('state', 'in', liveStates)
    .forUpdate()
    .executeTakeFirst() as Promise<Payment | undefined>

export const findLastPayment = (tx: Tx, submission: string): Promise<Payment | undefined> =>
  payments(tx).where('submission', '=', submission).orderBy('attempt', 'desc').limit(1).executeTakeFirst() as Promise<
    Payment | undefined
  >

/** The last payment of each of these drafts that is not received yet. */
export async function listLastPayments(
  tx: Tx,
  drafts: readonly string[],
): Promise<{ draft: string; submission: string; state: PaymentState }[]> {
  if (drafts.length === 0) return []
  const rows = await tx
    .selectFrom('filing.submission as submission')
    .innerJoin('filing.payment as payment', 'payment.submission', 'submission.id')
    .select(['submission.draft', 'submission.id as submission', 'payment.state'])
    .distinctOn('submission.draft')
    .where('submission.draft', 'in', drafts)
    .where('submission.received_at', 'is', null)
    .orderBy('submission.draft')
    .orderBy('payment.attempt', 'desc')
    .execute()
  return rows as { draft: string; submission: string; state: PaymentState }[]
}

/** Payments of which money was taken for a case, the first attempt first. */
export const listPaymentsOfCase = (tx: Tx, caseId: string): Promise<Payment[]> =>
  payments(tx)
    .where('captured_cents', '>', 0)
    .where('submission', 'in', tx.selectFrom('filing.submission').select('id').where('case', '=', caseId))
    .orderBy('attempt')
    .execute() as unknown as Promise<Payment[]>

export async function countPayments(tx: Tx, submission: string): Promise<number> {
  const { made } = await tx
    .selectFrom('filing.payment')
    .select(({ fn }) => fn.countAll<number>().as('made'))
    .where('submission', '=', submission)
    .executeTakeFirstOrThrow()
  return Number(made)
}

type NewPayment = Omit<Insertable<DB['filing.payment']>, 'lines' | 'state'> & { lines: readonly PricedLine[] }

export async function insertPayment(tx: Tx, payment: NewPayment): Promise<void> {
  await tx
    .insertInto('filing.payment')
    .values({ ...payment, lines: asJson(payment.lines), state: 'preparing' })
    .execute()
}

type Sums = 'captured_cents' | 'refunded_cents' | 'taken_back_cents'
type Row = Omit<Updateable<DB['filing.payment']>, 'lines' | 'state' | 'moved_at'> & { state?: PaymentState }

/** Whoever changes a sum says when the money moved: the database writes a row of it, by which a day is reconciled. */
type Change = (Omit<Row, Sums> & { [sum in Sums | 'moved_at']?: never }) | (Row & { moved_at: Temporal.Instant })

/** Writes down how a payment stands. Throws when it cannot come there from where it is: that is a fault of ours. */
export async function recordPayment(tx: Tx, id: string, change: Change): Promise<void> {
  const { state } = change
  const changed = tx.updateTable('filing.payment').set(change).where('id', '=', id)
  const moved = state ? changed.where('state', 'in', statesBefore(state)) : changed
  const { numUpdatedRows } = await moved.executeTakeFirstOrThrow()
  if (state && numUpdatedRows !== 1n) throw new Error(`A payment cannot become ${state} from where it stands`)
}

/** Payments of which nothing was heard for too long, the longest first, at most `most`. */
export const listPaymentsToCheck = async (tx: Tx, now: Temporal.Instant, most: number): Promise<Payment[]> =>
  (await payments(tx)
    .where((where) => where.or([where('state', 'in', checkedStates), where('dispute', '=', 'open')]))
    .where('next_check_at', '<=', now)
    .orderBy('next_check_at')
    .limit(most)
    .execute()) as unknown as Payment[]

/** Keeps an event once; false when it had come before. */
export async function insertPaymentEvent(tx: Tx, event: PayEvent, cameAt: Temporal.Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('filing.payment_event')
    .values({ event: event.eventId, provider_id: event.providerId, kind: event.kind, came_at: cameAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function deleteOldPaymentEvents(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('filing.payment_event').where('came_at', '<', before).execute()
}
