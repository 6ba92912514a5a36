import type { AgencyPack, FormEntry } from '../../agency/index.ts'
import { agencyText, formId, leavingPath } from '../../agency/index.ts'
import type { UsualTime } from '../../cases/index.ts'
import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, Button, Card, CheckboxGroup, ErrorSummary, FormShell } from '../../ui/index.ts'
import type { FormWords } from '../catalogue/forms.ts'
import type { AddressCases } from '../catalogue/address-cases.ts'
import type { FormDefinition } from '../definition/definition.ts'
import { questionsOf } from '../definition/layout.ts'
import { CostTable, FeesSource } from './costs.tsx'
import { AtHand, FromAbroad, HowLong, WhatToBring } from './about-form.tsx'
import { AddressInstead } from './address-instead.tsx'
import { type Check, EligibilityCheck } from './eligibility-check.tsx'

export type Filed = {
  readonly definition: FormDefinition
  readonly words: FormWords
  readonly check: Check
  /** The cases that the account could give a new address by itself; null where that is not what the form does. */
  readonly addressCases: AddressCases | null
}

export type FormModel = {
  readonly agency: AgencyPack
  readonly t: Text
  readonly entry: FormEntry
  readonly day: string
  readonly title: string
  /** How long cases of this form took; null: too few were decided. */
  readonly usual: UsualTime | null
  readonly filer: 'applicant' | 'representative' | 'visitor'
  /** Null: not filed here. */
  readonly filed: Filed | null
}

type Start = { csrfToken: string; key: string }

function Trail({ model: { t, title } }: { model: FormModel }) {
  return <Breadcrumb t={t} trail={[{ words: t('filing.catalogue.title'), href: paths.catalogue() }, { words: title }]} />
}

/** Asked for, never taken for granted: what the account knows is shown in the fields of the form. */
function FillIn({ t, definition }: { t: Text; definition: FormDefinition | undefined }) {
  const hasFacts = definition && questionsOf(definition).some(({ fact }) => fact !== undefined)
  if (!hasFacts) return null
  return (
    <CheckboxGroup
      name="fillIn"
      label={t('filing.form.fill-in')}
      options={[{ value: 'yes', label: t('filing.form.fill-in.yes'), hint: t('filing.form.fill-in.hint') }]}
      values={[]}
    />
  )
}

function StartCard({ model, start }: { model: FormModel; start: Start }) {
  const { t, agency, entry, filer } = model
  if (filer === 'representative') return <Alert kind="info">{t('filing.form.start-representative')}</Alert>
  return (
    <Card plate>
      <p>{t('filing.form.start-lead', { days: agency.drafts.days })}</p>
      <FormShell action={paths.form({ form: entry.code })} csrfToken={start.csrfToken} idempotencyKey={start.key}>
        {filer === 'applicant' ? <FillIn t={t} definition={model.filed?.definition} /> : null}
        <Button>{t('filing.form.start')}</Button>
      </FormShell>
      {filer === 'visitor' ? <p class="muted">{t('filing.form.start-visitor')}</p> : null}
    </Card>
  )
}

function Costs({ model: { t, agency, day, entry } }: { model: FormModel }) {
  return (
    <Card title={t('filing.form.costs')}>
      <CostTable t={t} agency={agency} day={day} form={entry.code} />
      <FeesSource t={t} agency={agency} />
    </Card>
  )
}

const NoFee = ({ words }: { words: FormWords }) => (
  <Card title={words.t('filing.form.costs')}>
    <p>{words.find('fee.none') ?? words.t('filing.form.fee-none')}</p>
  </Card>
)

const OfficialLink = ({ model: { t, entry, title } }: { model: FormModel }) => (
  <a href={leavingPath(formId(entry.code))}>{t('filing.catalogue.official', { form: title })}</a>
)

/** About a form that is filed here: for whom, for how much, with what; a check; the start. */
export function FormView(props: { model: FormModel; filed: Filed; form: FormState; start: Start }) {
  const { model, filed, form, start } = props
  const { t, agency } = model
  const { words, definition, check } = filed
  const note = words.find('form.note')
  return (
    <div class="stack">
      <ErrorSummary t={t} errors={form.errors} />
      <Trail model={model} />
      <div>
        <h1>{model.title}</h1>
        <p class="lead">{words.get('form.purpose')}</p>
        <p class="muted">{t('filing.form.edition', { day: t.day(Temporal.PlainDate.from(definition.edition)) })}</p>
        {note === undefined ? null : <p>{note}</p>}
      </div>
      <AddressInstead t={t} cases={filed.addressCases} />
      <StartCard model={model} start={start} />
      <Card title={t('filing.form.who')}>
        <p>{words.get('form.who')}</p>
        <p>{agencyText(agency, t, 'agency', 'agency.check')}</p>
      </Card>
      <EligibilityCheck agency={agency} words={words} check={check} />
      {definition.fees.length > 0 ? <Costs model={model} /> : <NoFee words={words} />}
      <WhatToBring definition={definition} words={words} />
      <AtHand definition={definition} words={words} />
      <HowLong {...model} filed={filed} />
      <FromAbroad {...model} />
      <p>
        {t('filing.form.on-paper')} <OfficialLink model={model} />
      </p>
    </div>
  )
}

/** About a form that is filed elsewhere: what there is to say of it, or of all such forms, and where the official word is. */
export function NotHereView({ model }: { model: FormModel }) {
  const { t, agency, entry, title } = model
  const ownKey = `form.${entry.code}.elsewhere`
  const own = agency.text(t.language, 'agency', ownKey)
  return (
    <div class="stack">
      <Trail model={model} />
      <div>
        <h1>{title}</h1>
        <p class="lead">{agencyText(agency, t, 'agency', `form.${entry.code}.for`)}</p>
      </div>
      <Card title={t('filing.form.not-here')}>
        <p>{agencyText(agency, t, 'agency', own === undefined ? 'forms.elsewhere' : ownKey)}</p>
        <p>{agencyText(agency, t, 'agency', `forms.way.${entry.ways}`)}</p>
        <p>
          <OfficialLink model={model} />
        </p>
      </Card>
      <Costs model={model} />
      <HowLong {...model} filed={null} />
      <FromAbroad {...model} />
    </div>
  )
}
