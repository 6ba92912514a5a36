import { asActor } from '../../platform/db/transaction.ts'
import type { Chore, JobContext } from '../../platform/jobs/job.ts'
import type { PayPort } from '../../platform/pay/index.ts'
import { payProviders } from '../payment/pay-service.ts'
import { listReportsSince } from './ledger-store.ts'
import { reportMoney } from './make-report.ts'
import { lastSettledDay } from './money-day.ts'
import { isFault, type MoneyReport } from './money-report.ts'

/** So many days back a day without a report gets one, and one that does not balance is looked at again. */
const daysBack = 7
/** A day that does not balance is made anew so often: what was late mends itself. */
const againMinutes = 60

/** The days of this provider that need a report now, the oldest first. */
function daysDue(made: readonly MoneyReport[], { name }: PayPort, last: Temporal.PlainDate, now: Temporal.Instant): Temporal.PlainDate[] {
  const days = Array.from({ length: daysBack }, (_, back) => last.subtract({ days: daysBack - 1 - back }))
  return days.filter((day) => {
    const found = made.find((report) => report.provider === name && report.day === day.toString())
    if (!found) return true
    const isOld = Temporal.Instant.compare(Temporal.Instant.from(found.madeAt), now.subtract({ minutes: againMinutes })) <= 0
    return !found.balances && isOld
  })
}

async function reportDay(context: JobContext, pay: PayPort, day: Temporal.PlainDate): Promise<void> {
  const { balances, differences, unbalanced } = await reportMoney(context, pay, day)
  if (balances) return
  const count = differences.filter(isFault).length + unbalanced.length
  context.log.fault({ event: 'money-does-not-balance', count }, new Error(`The money of ${day} at ${pay.name} does not balance`))
}

/** Each day's report, made once the day is over where the agency is. An alarm is a line of the log and a notice in the office. */
export const reportMoneyChore: Chore = {
  name: 'filing.report-money',
  everySeconds: 600,
  async run(context) {
    const { pool, actor, services, log } = context
    const now = services.clock.now()
    const last = lastSettledDay(services.agency, now)
    const made = await asActor(pool, actor, { readOnly: true }, (tx) => listReportsSince(tx, last.subtract({ days: daysBack })))
    for (const pay of payProviders(services)) {
      try {
        for (const day of daysDue(made, pay, last, now)) await reportDay(context, pay, day)
      } catch (fault) {
        log.fault({ event: 'money-not-reported' }, fault)
      }
    }
  },
}
