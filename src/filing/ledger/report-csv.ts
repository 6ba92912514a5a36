import { csvLine } from '../../platform/csv.ts'
import { activities, moneyGroups, type MoneyReport } from './money-report.ts'

/** Cents as a number with two places, as spreadsheets add them up. */
export const amountOf = (cents: number): string => `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`

const head = ['row', 'day', 'provider', 'what', 'our_count', 'our_amount', 'provider_count', 'provider_amount', 'difference', 'payment', 'provider_id']

/** A report as comma-separated values (RFC 4180): its sums, then each difference. Its names are for machines. */
export function reportCsv(report: MoneyReport): string {
  const { day, provider, activity, money, differences, unbalanced } = report
  const rows = [
    ...activities.map((what) => ['activity', day, provider, what, activity[what].count, amountOf(activity[what].cents)]),
    ...moneyGroups.map((what) => {
      const { ours, theirs } = money[what]
      return ['sum', day, provider, what, ours.count, amountOf(ours.cents), theirs.count, amountOf(theirs.cents), amountOf(ours.cents - theirs.cents)]
    }),
    ...differences.map(({ sort, group, oursCents, theirsCents, cents, payment, providerId }) => [
      'difference', day, provider, `${sort} ${group}`, '', amountOf(oursCents), '', amountOf(theirsCents), amountOf(cents), payment ?? '', providerId ?? '',
    ]),
    ...unbalanced.map(({ submission, cents }) => ['unbalanced', day, provider, 'filing', '', '', '', '', amountOf(cents), submission]),
    ['result', day, provider, report.balances ? 'balances' : 'does not balance', '', '', '', '', amountOf(report.offByCents)],
  ]
  const full = rows.map((row) => [...row, ...Array(head.length - row.length).fill('')])
  return [head, ...full].map((row) => csvLine(row)).join('')
}
