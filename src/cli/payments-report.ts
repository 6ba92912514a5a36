import type { Config } from '../config.ts'
import { amountOf, type Difference, isFault, lastSettledDay, moneyGroups, type MoneyReport, payProviders, reportCsv, reportMoney } from '../filing/index.ts'
import { systemActor } from '../platform/actor.ts'
import { dayIn, systemClock } from '../platform/clock.ts'
import { performerFor } from '../platform/operation.ts'
import { PayFailure } from '../platform/pay/index.ts'
import { withDeployment } from './with-deployment.ts'

const usage = 2

/** Reconciles a day with each payment provider and keeps what was found; exit code 1 when it does not balance. */
export async function paymentsReport(config: Config, options: { day?: string; json?: boolean; csv?: boolean }): Promise<number> {
  const asked = options.day === undefined ? undefined : dayIn(options.day)
  if (asked === null || (options.json && options.csv)) {
    console.error(asked === null ? 'payments report: --day is a day such as 2026-03-31' : 'payments report: --json or --csv, not both')
    return usage
  }
  return withDeployment(config, async (deployment) => {
    const parts = deployment.partsFor('worker')
    const { agency } = parts.services
    const actor = systemActor('operator')
    const last = lastSettledDay(agency, systemClock.now())
    const day = asked ?? last
    if (Temporal.PlainDate.compare(day, last) > 0) {
      console.error(`payments report: ${day} is not over yet where the agency is; the last day is ${last}`)
      return usage
    }
    const providers = payProviders(parts.services)
    if (providers.length === 0) {
      console.error('No payment provider is set up.')
      return 1
    }
    const context = { ...performerFor(parts, actor, { id: null, network: null }), ...parts, actor }
    const reports: MoneyReport[] = []
    try {
      for (const pay of providers) reports.push(await reportMoney(context, pay, day))
    } catch (fault) {
      if (!(fault instanceof PayFailure)) throw fault
      console.error(`The payment provider did not tell what moved (${fault.reason}): nothing was compared. Try again.`)
      return 1
    }
    if (options.json) console.log(JSON.stringify(reports))
    else process.stdout.write(reports.map(options.csv ? reportCsv : inWords).join(''))
    return reports.every(({ balances }) => balances) ? 0 : 1
  })
}

const differenceLine = ({ sort, group, payment, providerId, oursCents, theirsCents }: Difference): string =>
  `  ${sort} ${group}: ours ${amountOf(oursCents)}, theirs ${amountOf(theirsCents)}, payment ${payment ?? 'none'}, at the provider ${providerId ?? 'none'}\n`

function inWords(report: MoneyReport): string {
  const { day, timeZone, provider, currency, money, differences, moreDifferences, unbalanced, offByCents } = report
  const sums = moneyGroups.map((group) => {
    const { ours, theirs } = money[group]
    return `  ${group}: ours ${amountOf(ours.cents)} (${ours.count}), theirs ${amountOf(theirs.cents)} (${theirs.count})\n`
  })
  const faults = differences.filter(isFault).map(differenceLine)
  const filings = unbalanced.map(({ submission, cents }) => `  unbalanced filing ${submission}: ${amountOf(cents)}\n`)
  const more = moreDifferences > 0 ? [`  and ${moreDifferences} more\n`] : []
  const moreOrLess = offByCents < 0 ? 'less' : 'more'
  const verdict = report.balances ? 'Balances to the cent.' : `Does not balance: our books hold ${amountOf(Math.abs(offByCents))} ${currency} ${moreOrLess} than the provider.`
  return [`${day} (${timeZone}) at ${provider}, in ${currency}\n`, ...sums, ...faults, ...filings, ...more, `  ${verdict}\n`].join('')
}
