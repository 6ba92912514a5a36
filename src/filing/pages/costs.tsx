import { agencyText, type AgencyPack, type FeeEntry } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Table } from '../../ui/index.ts'
import { type Channel, feesOfForm } from '../fees/fee-lines.ts'

type Props = { t: Text; agency: AgencyPack }
type FormProps = Props & { day: string; form: string }

const channels: readonly Channel[] = ['online', 'paper']

/** When the amounts were compared with their source, and that they are to be checked with the agency. */
export const FeesSource = ({ t, agency }: Props) => (
  <p class="muted">
    {agencyText(agency, t, 'agency', 'fees.source', { date: t.day(Temporal.PlainDate.from(agency.feesCheckedOn)) })}
  </p>
)

const amountOf = (t: Text, { suspended, amountCents }: FeeEntry) =>
  suspended ? t('filing.form.suspended') : t.money(amountCents)

/** What a form costs in a line or two: its first fee online and on paper. */
export function Costs({ t, agency, day, form }: FormProps) {
  const lines = channels.flatMap((channel) => {
    const [fee] = feesOfForm(agency, form, channel, day)
    return fee ? [t(`filing.cost.${channel}`, { amount: amountOf(t, fee) })] : []
  })
  if (lines.length === 0) return <>{t('filing.cost.see-official')}</>
  return (
    <>
      {lines.map((line, index) => (
        <span key={line}>
          {index > 0 ? <br /> : null}
          {line}
        </span>
      ))}
    </>
  )
}

/** Every fee of a form in force on a day, by way of filing. */
export function CostTable({ t, agency, day, form }: FormProps) {
  const rows = channels.flatMap((channel) =>
    feesOfForm(agency, form, channel, day).map((fee) => [
      agencyText(agency, t, 'agency', `fee.${fee.code}`),
      t(`filing.form.channel.${channel}`),
      amountOf(t, fee),
    ]),
  )
  if (rows.length === 0) return <p>{t('filing.cost.see-official')}</p>
  const head = [t('filing.form.fee'), t('filing.catalogue.way'), t('filing.form.amount')]
  return <Table caption={t('filing.form.costs')} head={head} rows={rows} numeric={[2]} />
}
