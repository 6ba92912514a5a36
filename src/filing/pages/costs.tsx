import { agencyText, type AgencyPack, type FeeEntry } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Table } from '../../ui/index.ts'
import type { FormDefinition } from '../definition/definition.ts'
import { type Channel, feesOfForm } from '../fees/fee-lines.ts'
import { hasWaivableFee } from '../waiver/waiver.ts'

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

/** Defined in the pack, filed here or not, and nobody pays for it. */
function isFree(agency: AgencyPack, form: string): boolean {
  const editions = [...(agency.definitions.get(form)?.values() ?? [])] as FormDefinition[]
  return editions.length > 0 && editions.every(({ fees }) => fees.length === 0)
}

/**
 * What a form costs filed in one way, in a few words: its filing fee, which stands first in the schedule, and whether
 * some people pay less, or have amounts of another kind on top of it.
 */
export function costWords({ t, agency, day, form }: FormProps, channel: Channel): string {
  const [fee, ...more] = feesOfForm(agency, form, channel, day)
  if (!fee) return t(isFree(agency, form) ? 'filing.cost.none' : 'filing.cost.see-official')
  if (more.length === 0) return amountOf(t, fee)
  const isMost = more.every(({ amountCents }) => amountCents < fee.amountCents)
  return t(isMost ? 'filing.cost.or-less' : 'filing.cost.or-other', { amount: amountOf(t, fee) })
}

/** Every fee of a form in force on a day, by way of filing. */
export function CostTable({ t, agency, day, form }: FormProps) {
  const rows = channels.flatMap((channel) =>
    feesOfForm(agency, form, channel, day).map((fee) => [
      agencyText(agency, t, 'agency', `fee.${fee.code}`),
      t(`filing.form.channel.${channel}`),
      <span key="amount" class="number">
        {amountOf(t, fee)}
      </span>,
    ]),
  )
  if (rows.length === 0) return <p>{t(isFree(agency, form) ? 'filing.cost.none' : 'filing.cost.see-official')}</p>
  const head = [t('filing.form.fee'), t('filing.catalogue.way'), t('filing.form.amount')]
  const caption = t('filing.form.fees-on', { day: t.day(Temporal.PlainDate.from(day)) })
  return (
    <>
      <Table caption={caption} head={head} rows={rows} numeric={[2]} />
      {hasWaivableFee(agency, form) ? <p>{t('waiver.possible')}</p> : null}
    </>
  )
}
