import { type AgencyPack, agencyText, type FeeEntry } from '../../agency/index.ts'
import { agencyDay, formTitle } from '../../cases/index.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Card, Table } from '../../ui/index.ts'

/** In force on that day and charged at present. */
const isDue = (day: string) => (fee: FeeEntry) => fee.from <= day && (fee.until === null || fee.until >= day) && !fee.suspended

function FeesOfForm({ t, agency, form, fees }: { t: Text; agency: AgencyPack; form: string; fees: readonly FeeEntry[] }) {
  return (
    <Card>
      <Table
        caption={formTitle(agency, t, form)}
        head={[t('portal.fees.what'), t('portal.fees.way'), t('portal.fees.amount')]}
        numeric={[2]}
        rows={fees.map((fee) => [
          agencyText(agency, t, 'agency', `fee.${fee.code}`),
          t(`portal.fees.${fee.channel}`),
          t.money(fee.amountCents),
        ])}
      />
    </Card>
  )
}

/** `/fees`: the schedule in force today, with its source and the day it was last compared with it. */
export const feesPage = page({
  path: paths.fees,
  access: anyone,
  audit: recordsNothing('The same text for everyone'),
  view: ({ t, context }) => {
    const { agency, clock } = context.services
    const today = agencyDay(agency, clock.now())
    const due = agency.fees.filter(isDue(today.toString()))
    const forms = [...new Set(due.map(({ form }) => form))]
    return {
      title: t('portal.fees.title'),
      body: (
        <>
          <h1>{t('portal.fees.title')}</h1>
          <p class="lead">{t('portal.fees.intro', { day: t.day(today) })}</p>
          <Alert kind="warn">
            {agencyText(agency, t, 'agency', 'fees.source', { date: t.day(Temporal.PlainDate.from(agency.feesCheckedOn)) })}
          </Alert>
          {forms.map((form) => (
            <FeesOfForm key={form} t={t} agency={agency} form={form} fees={due.filter((fee) => fee.form === form)} />
          ))}
        </>
      ),
    }
  },
})
