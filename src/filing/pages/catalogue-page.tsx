import { agencyText, type AgencyPack, type FormEntry } from '../../agency/index.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { ButtonLink, Card, FactsList, Table } from '../../ui/index.ts'
import { dayHere } from '../draft/day-here.ts'
import { costWords, FeesSource } from './costs.tsx'

type Props = { t: Text; agency: AgencyPack; day: string }

const titleOf = (agency: AgencyPack, t: Text, { code }: FormEntry) => agencyText(agency, t, 'agency', `form.${code}.title`)

const forWhat = (agency: AgencyPack, t: Text, { code }: FormEntry) => agencyText(agency, t, 'agency', `form.${code}.for`)

/** A form that is filed here. */
function FormCard({ form, ...props }: Props & { form: FormEntry }) {
  const { t, agency } = props
  const costs = (['online', 'paper'] as const).map((channel) => ({
    name: t(`filing.cost.${channel}`),
    value: costWords({ ...props, form: form.code }, channel),
  }))
  return (
    <Card title={titleOf(agency, t, form)} plate>
      <div class="stack">
        <p>{forWhat(agency, t, form)}</p>
        <FactsList facts={costs} />
        <p>
          <ButtonLink href={paths.form({ form: form.code })}>{t('filing.catalogue.look')}</ButtonLink>
        </p>
      </div>
    </Card>
  )
}

/** Forms that are filed elsewhere, with the page that says how. */
function Elsewhere(props: Props) {
  const { t, agency } = props
  const forms = agency.forms.filter(({ here }) => !here)
  const rows = forms.map((form) => [
    <>
      <a href={paths.form({ form: form.code })}>{titleOf(agency, t, form)}</a>
      <span class="muted">
        <br />
        {forWhat(agency, t, form)}
      </span>
    </>,
    costWords({ ...props, form: form.code }, 'online'),
    costWords({ ...props, form: form.code }, 'paper'),
    agencyText(agency, t, 'agency', `forms.way.${form.ways}`),
  ])
  const cost = (channel: 'online' | 'paper') => t(`filing.cost.${channel}`)
  const head = [t('filing.catalogue.form'), cost('online'), cost('paper'), t('filing.catalogue.way')]
  return (
    <>
      <h2>{t('filing.catalogue.elsewhere')}</h2>
      <p>{t('filing.catalogue.elsewhere-lead')}</p>
      <Table caption={t('filing.catalogue.table')} head={head} rows={rows} />
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
      {agency.forms
        .filter(({ here }) => here)
        .map((form) => (
          <FormCard key={form.code} {...props} form={form} />
        ))}
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
