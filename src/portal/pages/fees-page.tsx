import { type AgencyPack, agencyText, type FeeEntry } from '../../agency/index.ts'
import { agencyDay } from '../../cases/index.ts'
import { FeeEstimator, isInForce } from '../../filing/index.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Card, Table } from '../../ui/index.ts'

/** In force on that day (`YYYY-MM-DD`) and charged at present. */
const isDue = (day: string) => (fee: FeeEntry) => isInForce(fee, day) && !fee.suspended

type Fees = { t: Text; agency: AgencyPack; fees: readonly FeeEntry[] }

const nameOf = ({ t, agency }: Fees, code: string) => agencyText(agency, t, 'agency', `fee.${code}`)

/** What one of these entries costs in one way of filing. */
function amount({ t, fees }: Fees, channel: FeeEntry['channel']) {
  const fee = fees.find((each) => each.channel === channel)
  return fee ? <span class="number">{t.money(fee.amountCents)}</span> : t('filing.estimate.not-this-way')
}

const amounts = (props: Fees) => [amount(props, 'online'), amount(props, 'paper')]

/** A line for each kind of fee, with what it costs online and on paper. */
function FeeTable(props: Fees) {
  const { t, fees } = props
  return (
    <Table
      caption={t('portal.fees.table')}
      head={[t('filing.estimate.fee'), t('filing.estimate.online'), t('filing.estimate.paper')]}
      numeric={[1, 2]}
      rows={[...Map.groupBy(fees, ({ code }) => code)].map(([code, alike]) => [nameOf(props, code), ...amounts({ ...props, fees: alike })])}
    />
  )
}

/** How long an amount that ended is told of: who filed under it may be looking for it. */
const endedDays = 400

/** Amounts that ended within the last year or that are to come. */
function changesOf(fees: readonly FeeEntry[], today: Temporal.PlainDate): readonly FeeEntry[] {
  const [day, since] = [today.toString(), today.subtract({ days: endedDays }).toString()]
  return fees.filter(({ from, until }) => from > day || (until !== null && until < day && until >= since))
}

/** A line for each fee and time, in a list that is opened: most people ask for what is due today. */
function Changes(props: Fees) {
  const { t, fees } = props
  if (fees.length === 0) return null
  const day = (text: string) => t.day(Temporal.PlainDate.from(text))
  const when = ({ from, until }: FeeEntry) =>
    until === null ? t('fees.changes-from', { day: day(from) }) : t('fees.changes-between', { from: day(from), until: day(until) })
  const alike = [...Map.groupBy(fees, ({ code, from }) => `${code} ${from}`).values()]
  return (
    <Card>
      <details>
        <summary>{t('fees.changes')}</summary>
        <Table
          caption={t('fees.changes-lead')}
          head={[t('fees.fee'), t('fees.changes-when'), t('filing.estimate.online'), t('filing.estimate.paper')]}
          numeric={[2, 3]}
          rows={alike.flatMap((entries) =>
            entries.slice(0, 1).map((fee) => [nameOf(props, fee.code), when(fee), ...amounts({ ...props, fees: entries })]),
          )}
        />
      </details>
    </Card>
  )
}

/** `/fees`: what a form would cost, worked out by a few answers; below it the schedule in force today and what changed or will, with its source and the day it was last compared with it. */
export const feesPage = page({
  path: paths.fees,
  access: anyone,
  audit: recordsNothing('The same text for everyone'),
  view: ({ t, context }) => {
    const { agency, clock } = context.services
    const today = agencyDay(agency, clock.now())
    const checkedOn = t.day(Temporal.PlainDate.from(agency.feesCheckedOn))
    return {
      title: t('portal.fees.title'),
      body: (
        <>
          <h1>{t('portal.fees.title')}</h1>
          <p class="lead">{t('portal.fees.intro', { day: t.day(today) })}</p>
          <Alert kind="warn">{agencyText(agency, t, 'agency', 'fees.source', { date: checkedOn })}</Alert>
          <FeeEstimator t={t} agency={agency} query={context.query} day={today.toString()} />
          <Card>
            <FeeTable t={t} agency={agency} fees={agency.fees.filter(isDue(today.toString()))} />
          </Card>
          <Changes t={t} agency={agency} fees={changesOf(agency.fees, today)} />
        </>
      ),
    }
  },
})
