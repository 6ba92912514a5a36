import { asActor } from '../../platform/db/transaction.ts'
import { isId } from '../../platform/ids.ts'
import type { JobContext } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import type { PayMovement, PayPort } from '../../platform/pay/index.ts'
import { compareMoney, type Moved, offBy } from './compare-money.ts'
import { countActivity, keepReport, listKnownPayments, listOurMovements, listUnbalancedFilings } from './ledger-store.ts'
import { around, moneyDay } from './money-day.ts'
import { isFault, type MoneyReport } from './money-report.ts'

/** So many differences are listed one by one; the sums have them all. */
const listedMost = 1000

const keepMoneyReport = operation({
  name: 'filing.keep-money-report',
  allow: ({ kind }, _input: MoneyReport) => kind === 'system',
  refusals: [],
  async run({ tx, audit }, report) {
    const { day, provider, balances, offByCents } = report
    audit({ detail: { day, provider, balances, offByCents } })
    await keepReport(tx, report)
    return undefined
  },
})

/** A movement of the provider's, of the payment of ours that it names. */
const theirsOf = ({ reference, providerId, kind, amountCents, at }: PayMovement, known: ReadonlySet<string>): Moved => ({
  kind,
  amountCents,
  at,
  payment: known.has(reference) ? reference : null,
  providerId,
})

type Making = Pick<JobContext, 'pool' | 'actor' | 'services' | 'perform'>

/**
 * Holds a day's money by our books against what its provider says, and keeps what was found.
 * @throws {PayFailure} when the provider does not answer: nothing is kept, and the next try finds the same
 */
export async function reportMoney({ pool, actor, services, perform }: Making, pay: PayPort, day: Temporal.PlainDate): Promise<MoneyReport> {
  const { agency, clock } = services
  const span = moneyDay(agency, day)
  const wide = around(span)
  const now = clock.now()
  const until = Temporal.Instant.compare(wide.until, now) < 0 ? wide.until : now.add({ seconds: 1 })
  const heard = await pay.listMovements(wide.from, until)
  const provider = pay.name
  const ours = await asActor(pool, actor, { readOnly: true, snapshot: true }, async (tx) => ({
    known: await listKnownPayments(tx, [...new Set(heard.map(({ reference }) => reference).filter(isId))]),
    moved: await listOurMovements(tx, { provider, ...wide }),
    activity: await countActivity(tx, { provider, ...span }),
    unbalanced: await listUnbalancedFilings(tx, { provider, ...span }),
  }))
  const { money, differences } = compareMoney(span, ours.moved, heard.map((one) => theirsOf(one, ours.known)))
  const report: MoneyReport = {
    day: day.toString(),
    timeZone: agency.timeZone,
    from: span.from.toString(),
    until: span.until.toString(),
    provider,
    currency: agency.currency,
    madeAt: now.toString(),
    activity: ours.activity,
    money,
    differences: differences.slice(0, listedMost),
    moreDifferences: Math.max(0, differences.length - listedMost),
    unbalanced: ours.unbalanced,
    offByCents: offBy(differences),
    balances: !differences.some(isFault) && ours.unbalanced.length === 0,
  }
  await perform(keepMoneyReport, report)
  return report
}
