import { agencyText, type AgencyPack, type FormEntry, leavingPath } from '../../agency/index.ts'
import { type UsualTime, usualTimes } from '../../cases/index.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, ButtonLink, Card, EmptyState, FactsList, Table, TextField } from '../../ui/index.ts'
import { findForms } from '../catalogue/find-forms.ts'
import { usualTimeShort } from '../catalogue/usual-time-words.ts'
import { dayHere } from '../draft/day-here.ts'
import { abroadWords } from './about-form.tsx'
import { costWords, FeesSource } from './costs.tsx'
import { filerOf } from './form-page.tsx'
import { type Where, whereOf, WhereQuestion } from './where-question.tsx'

type Props = { t: Text; agency: AgencyPack; day: string; usual: ReadonlyMap<string, UsualTime>; where: Where }
type Listed = Props & { forms: readonly FormEntry[] }

const titleOf = (agency: AgencyPack, t: Text, { code }: FormEntry) => agencyText(agency, t, 'agency', `form.${code}.title`)

const forWhat = (agency: AgencyPack, t: Text, { code }: FormEntry) => agencyText(agency, t, 'agency', `form.${code}.for`)

/** Said on every form once the person is abroad. */
const abroadFact = ({ t, where }: Props, form: FormEntry) =>
  where === 'abroad' ? [{ name: t('catalogue.abroad.short'), value: <a href={`${paths.form({ form: form.code })}#abroad`}>{abroadWords(t, form)}</a> }] : []

/** A form that is filed here. */
function FormCard({ form, ...props }: Props & { form: FormEntry }) {
  const { t, agency } = props
  const costs = (['online', 'paper'] as const).map((channel) => ({
    name: t(`filing.cost.${channel}`),
    value: costWords({ ...props, form: form.code }, channel),
  }))
  const facts = [
    ...costs,
    { name: t('catalogue.usual'), value: usualTimeShort(t, form, props.usual.get(form.code) ?? null) },
    ...abroadFact(props, form),
  ]
  return (
    <Card title={titleOf(agency, t, form)} plate>
      <div class="stack">
        <p>{forWhat(agency, t, form)}</p>
        <FactsList facts={facts} />
        <p>
          <ButtonLink href={paths.form({ form: form.code })}>{t('filing.catalogue.look')}</ButtonLink>
        </p>
      </div>
    </Card>
  )
}

/** Forms that are filed elsewhere, with the page that says how. */
function Elsewhere({ forms, ...props }: Listed) {
  const { t, agency } = props
  const rows = forms.map((form) => [
    <>
      <a href={paths.form({ form: form.code })}>{titleOf(agency, t, form)}</a>
      <span class="muted">
        <br />
        {forWhat(agency, t, form)}
        {abroadFact(props, form).map(({ value }) => (
          <>
            <br />
            {value}
          </>
        ))}
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

/** Asks by GET: what was found has an address, and looking changes nothing. */
function Search({ t, typed, where }: { t: Text; typed: string; where: Where }) {
  return (
    <search>
      <form class="form" method="get" action={paths.catalogue()}>
        <TextField
          name="q"
          label={t('filing.catalogue.search')}
          hint={t('filing.catalogue.search-hint')}
          value={typed}
          width={30}
        />
        {where === undefined ? null : <input type="hidden" name="where" value={where} />}
        <Button look="quiet">{t('filing.catalogue.find')}</Button>
      </form>
    </search>
  )
}

function searched({ t, agency }: Props, form: FormEntry) {
  const words = agency.text(t.language, 'agency', `form.${form.code}.words`)
  return { code: form.code, form, title: titleOf(agency, t, form), about: forWhat(agency, t, form), words: words ?? '' }
}

function Nothing({ t, agency }: Pick<Props, 't' | 'agency'>) {
  return (
    <EmptyState title={t('filing.catalogue.nothing')} action={{ href: paths.catalogue(), words: t('filing.catalogue.all') }}>
      <p>{t('filing.catalogue.nothing-hint')}</p>
      <p>{agencyText(agency, t, 'agency', 'agency.check')}</p>
    </EmptyState>
  )
}

function Catalogue({ typed, bringsDrafts, ...props }: Props & { typed: string; bringsDrafts: boolean }) {
  const { t, agency, where } = props
  const found = findForms(agency.forms.map((form) => searched(props, form)), typed).map(({ form }) => form)
  const elsewhere = found.filter(({ here }) => !here)
  return (
    <div class="stack">
      <div>
        <h1>{t('filing.catalogue.title')}</h1>
        <p class="lead">{t('filing.catalogue.lead')}</p>
        {bringsDrafts ? (
          <p>
            <a href={paths.importDraft()}>{t('draft-file.import.link')}</a>
          </p>
        ) : null}
      </div>
      <Search t={t} typed={typed} where={where} />
      <WhereQuestion t={t} where={where} typed={typed} />
      {where === 'abroad' ? <FromAbroadLead t={t} agency={agency} /> : null}
      {typed.trim() === '' ? null : <p role="status">{t('filing.catalogue.found', { count: found.length })}</p>}
      {found.length === 0 ? <Nothing t={t} agency={agency} /> : null}
      {found
        .filter(({ here }) => here)
        .map((form) => (
          <FormCard key={form.code} {...props} form={form} />
        ))}
      {elsewhere.length > 0 ? <Elsewhere {...props} forms={elsewhere} /> : null}
      <FeesSource t={t} agency={agency} />
    </div>
  )
}

/** Who is abroad is told at once whom to ask for what is not asked for here. */
function FromAbroadLead({ t, agency }: Pick<Props, 't' | 'agency'>) {
  const { id } = agency.consulates
  return (
    <Alert kind="info">
      <p>{t('catalogue.where.lead')}</p>
      <p>
        <a href={leavingPath(id)}>{agencyText(agency, t, 'agency', `link.${id}.name`)}</a>
      </p>
    </Alert>
  )
}

export const cataloguePage = page({
  path: paths.catalogue,
  access: anyone,
  audit: recordsNothing('a public page'),
  load: async (context) => ({
    usual: (await context.read(usualTimes, {})) ?? new Map(),
    // A visitor is asked to sign in there; a representative files nothing of their own.
    bringsDrafts: filerOf(context) !== 'representative',
  }),
  view: ({ t, model, context: { services, query } }) => ({
    title: t('filing.catalogue.title'),
    body: (
      <Catalogue
        t={t}
        agency={services.agency}
        day={dayHere(services.agency, services.clock.now())}
        typed={(query.q ?? '').slice(0, 100)}
        usual={model.usual}
        bringsDrafts={model.bringsDrafts}
        where={whereOf(query)}
      />
    ),
    wide: true,
  }),
})
