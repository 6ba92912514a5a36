import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { PayMovementKind } from '../../platform/pay/index.ts'
import { asJson } from '../submission/submission-store.ts'
import type { Moved } from './compare-money.ts'
import type { Activity, MoneyReport, Sum, UnbalancedFiling } from './money-report.ts'

type Span = { readonly provider: string; readonly from: Temporal.Instant; readonly until: Temporal.Instant }

/** Money of this provider's payments that we wrote down as moved in this time. */
export async function listOurMovements(tx: Tx, { provider, from, until }: Span): Promise<Moved[]> {
  const rows = await tx
    .selectFrom('filing.money_movement as movement')
    .innerJoin('filing.payment as payment', 'payment.id', 'movement.payment')
    .select(['movement.kind', 'movement.amount_cents', 'movement.moved_at', 'movement.payment', 'payment.provider_id'])
    .where('payment.provider', '=', provider)
    .where('movement.moved_at', '>=', from)
    .where('movement.moved_at', '<', until)
    .orderBy('movement.ordinal')
    .execute()
  return rows.map(({ kind, amount_cents, moved_at, payment, provider_id }) => ({
    kind: kind as PayMovementKind,
    amountCents: amount_cents,
    at: moved_at,
    payment,
    providerId: provider_id,
  }))
}

/** Which of these are payments of ours. */
export async function listKnownPayments(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.selectFrom('filing.payment').select('id').where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  return new Set(rows.map(({ id }) => id))
}

/** What happened in this time by our books: how many, and for how much. */
export async function countActivity(tx: Tx, { provider, from, until }: Span): Promise<Record<Activity, Sum>> {
  const sums = sql<{ activity: Activity; count: number; cents: number }>`
    select activity, count(*)::int as count, coalesce(sum(cents), 0)::int as cents from (
      select 'opened' as activity, amount_cents as cents from filing.payment
        where provider = ${provider} and begun_at >= ${from} and begun_at < ${until}
      union all select 'authorised', amount_cents from filing.payment
        where provider = ${provider} and authorised_at >= ${from} and authorised_at < ${until}
      union all select 'let-go', amount_cents from filing.payment
        where provider = ${provider} and closed_at >= ${from} and closed_at < ${until} and state in ('released', 'not-captured')
      union all select m.kind, m.amount_cents from filing.money_movement m join filing.payment p on p.id = m.payment
        where p.provider = ${provider} and m.moved_at >= ${from} and m.moved_at < ${until} and m.kind in ('returned', 'disputed')
    ) happened group by activity`
  const { rows } = await sums.execute(tx)
  const of = (activity: Activity): Sum => {
    const { count = 0, cents = 0 } = rows.find((row) => row.activity === activity) ?? {}
    return { count, cents }
  }
  return { opened: of('opened'), authorised: of('authorised'), 'let-go': of('let-go'), returned: of('returned'), disputed: of('disputed') }
}

/** Filings whose own sums do not add up, of those whose money moved in this time. */
export async function listUnbalancedFilings(tx: Tx, { provider, from, until }: Span): Promise<UnbalancedFiling[]> {
  const rows = await tx
    .selectFrom('filing.ledger')
    .select(['submission', 'balance_cents'])
    .where('balance_cents', '<>', 0)
    .where('under_way', '=', 0)
    .where('submission', 'in', (ids) =>
      ids
        .selectFrom('filing.money_movement as movement')
        .innerJoin('filing.payment as payment', 'payment.id', 'movement.payment')
        .select('payment.submission')
        .where('payment.provider', '=', provider)
        .where('movement.moved_at', '>=', from)
        .where('movement.moved_at', '<', until),
    )
    .orderBy('submission')
    .limit(200)
    .execute()
  return rows.map(({ submission, balance_cents }) => ({ submission: String(submission), cents: Number(balance_cents) }))
}

/** Keeps a day's report; made anew, it takes the place of the one before. */
export async function keepReport(tx: Tx, report: MoneyReport): Promise<void> {
  const { day, provider, balances } = report
  const row = { made_at: Temporal.Instant.from(report.madeAt), balances, report: asJson(report) }
  await tx
    .insertInto('filing.money_report')
    .values({ day: Temporal.PlainDate.from(day), provider, ...row })
    .onConflict((conflict) => conflict.columns(['day', 'provider']).doUpdateSet(row))
    .execute()
}

/** The reports of these days and later ones, the newest day first. */
export async function listReportsSince(tx: Tx, day: Temporal.PlainDate): Promise<MoneyReport[]> {
  const rows = await tx
    .selectFrom('filing.money_report')
    .select('report')
    .where('day', '>=', day)
    .orderBy('day', 'desc')
    .orderBy('provider')
    .limit(200)
    .execute()
  return rows.map(({ report }) => report as unknown as MoneyReport)
}

export async function findReport(tx: Tx, day: Temporal.PlainDate, provider: string): Promise<MoneyReport | undefined> {
  const found = tx.selectFrom('filing.money_report').select('report').where('day', '=', day).where('provider', '=', provider)
  return (await found.executeTakeFirst())?.report as unknown as MoneyReport | undefined
}

/** Days that do not balance, over all time. */
export async function countOpenReports(tx: Tx): Promise<number> {
  const { open } = await tx
    .selectFrom('filing.money_report')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('balances', '=', false)
    .executeTakeFirstOrThrow()
  return Number(open)
}

/** The cases that payments are of, for whoever works on a difference. */
export async function receiptsOfPayments(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('filing.payment as payment')
    .innerJoin('filing.submission as submission', 'submission.id', 'payment.submission')
    .select(['payment.id', 'submission.receipt_number'])
    .where('payment.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.flatMap(({ id, receipt_number }) => (receipt_number ? [[id, receipt_number] as const] : [])))
}
