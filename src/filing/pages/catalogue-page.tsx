import { agencyText, type AgencyPack, type FormEntry } from '../../agency/index.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { ButtonLink, Card, Table } from '../../ui/index.ts'
import { dayHere } from '../draft/day-here.ts'
import { Costs, FeesSource } from './costs.tsx'

type Props = { t: Text; agency: AgencyPack; day: string }

const titleOf = (agency: AgencyPack, t: Text, { code }: FormEntry) => agencyText(agency, t, 'agency', `form.${code}.title`)

const forWhat = (agency: AgencyPack, t: Text, { code }: FormEntry) => agencyText(agency, t, 'agency', `form.${code}.for`)

/** A form that is filed here. */
function FormCard({ t, agency, day, form }: Props & { form: FormEntry }) {
  return (
    <Card>
      <h3>{titleOf(agency, t, form)}</h3>
      <p>{forWhat(agency, t, form)}</p>
      <Costs t={t} agency={agency} day={day} form={form.code} />
      <p>
        <ButtonLink href={paths.form({ form: form.code })}>{t('filing.catalogue.look')}</ButtonLink>
      </p>
    </Card>
  )
}

/** Forms that are filed elsewhere, with the page that says how. */
function Elsewhere({ t, agency, day }: Props) {
  const forms = agency.forms.filter(({ here }) => !here)
  const rows = forms.map((form) => [
    <>
      <a href={paths.form({ form: form.code })}>{titleOf(agency, t, form)}</a>
      <span class="muted">
        <br />
        {forWhat(agency, t, form)}
      </span>
    </>,
    <Costs key="costs" t={t} agency={agency} day={day} form={form.code} />,
    agencyText(agency, t, 'agency', `forms.way.${form.ways}`),
  ])
  const head = [t('filing.catalogue.form'), t('filing.catalogue.cost'), t('filing.catalogue.way')]
  return (
    <>
      <p>{agencyText(agency, t, 'agency', 'forms.elsewhere')}</p>
      <Table caption={t('filing.catalogue.elsewhere')} head={head} rows={rows} />
    </>
  )
}

function Catalogue(props: Props) {
  const { t, agency } = props
  return (
    <div class="stack">
      <div>
        <h1>{t('filing.catalogue.title')}</h1>
        <p class="lead">{t('filing.catalogue.lead')}</p>
      </div>
      <h2>{t('filing.catalogue.here')}</h2>
      {agency.forms
        .filter(({ here }) => here)
        .map((form) => (
          <FormCard key={form.code} {...props} form={form} />
        ))}
      <h2>{t('filing.catalogue.elsewhere')}</h2>
      <Elsewhere {...props} />
      <FeesSource t={t} agency={agency} />
    </div>
  )
}

export const cataloguePage = page({
  path: paths.catalogue,
  access: anyone,
  audit: recordsNothing('a public page'),
  view: ({ t, context: { services } }) => ({
    title: t('filing.catalogue.title'),
    body: <Catalogue t={t} agency={services.agency} day={dayHere(services.agency, services.clock.now())} />,
    wide: true,
  }),
})
