import { countOpenReports, dayHere, findReport, listReportsSince, type MoneyReport, receiptsOfPayments } from '../../filing/index.ts'
import { dayIn } from '../../platform/clock.ts'
import { query } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'

const shownDays = 30

/** The reports of the last days, the newest first. */
export const dailyMoney = query({
  name: 'officer.daily-money',
  allow: (actor, _input: Record<string, never>) => whoMay('see-money')(actor),
  run: ({ tx, services: { agency, clock } }): Promise<MoneyReport[]> =>
    listReportsSince(tx, Temporal.PlainDate.from(dayHere(agency, clock.now())).subtract({ days: shownDays })),
})

/** How many days do not balance. */
export const openMoneyDays = query({
  name: 'officer.open-money-days',
  allow: (actor, _input: Record<string, never>) => whoMay('see-money')(actor),
  run: ({ tx }): Promise<number> => countOpenReports(tx),
})

export type MoneyOfDay = {
  readonly report: MoneyReport
  /** The cases of the payments that differ. */
  readonly receipts: ReadonlyMap<string, string>
}

/** One day at one provider; null where there is no report. */
export const moneyOfDay = query({
  name: 'officer.money-of-day',
  allow: (actor, _input: { day: string; provider: string }) => whoMay('see-money')(actor),
  async run({ tx }, { day, provider }): Promise<MoneyOfDay | null> {
    const on = dayIn(day)
    const report = on ? await findReport(tx, on, provider) : undefined
    if (!report) return null
    const payments = report.differences.flatMap(({ payment }) => (payment ? [payment] : []))
    return { report, receipts: await receiptsOfPayments(tx, payments) }
  },
})
