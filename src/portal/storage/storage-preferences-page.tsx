import { agencyText } from '../../agency/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { choicesField, textField } from '../../platform/http/field.ts'
import { allows, type OptionalKind, optionalKinds, preferencesOf } from '../../platform/http/own-cookies.ts'
import { action, type Context, type FormState, page, procedure, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, Card, CheckboxGroup, ErrorSummary, FormShell, Select } from '../../ui/index.ts'
import { CookieList } from './cookie-list.tsx'
import { keepPreferences, keepRegion } from './keep-preferences.ts'

const audit = recordsNothing('The choice is kept on the device alone')

const keepChoice = procedure({
  refusals: [],
  async call(context: Context, chosen: readonly OptionalKind[]) {
    await keepPreferences(context, chosen)
    return { ok: true as const, output: undefined }
  },
})

const chooseRegion = procedure({
  refusals: ['zone-unknown'],
  async call(context: Context, zone: string) {
    if (!context.services.agency.timeZones.includes(zone)) return { ok: false as const, refusal: 'zone-unknown' as const }
    keepRegion(context, zone)
    return { ok: true as const, output: undefined }
  },
})

/** What is not a choice: always on, or not used at all. */
function Fixed({ t, kind }: { t: Text; kind: 'essential' | 'advertising' }) {
  return (
    <>
      <h2>{t(`storage.${kind}.title`)}</h2>
      <p>{t(`storage.${kind}.about`)}</p>
    </>
  )
}

const zoneName = ({ services, t }: Context, zone: string) => agencyText(services.agency, t, 'agency', `zone.${zone}`)

/** The region is the person's to choose where it may be remembered; else the page says which one it is. */
function Region({ context }: { context: Context }) {
  const { t, services } = context
  const { timeZone: usual, timeZones } = services.agency
  if (!allows(context, 'personalization')) return <p>{t('storage.region.off', { zone: zoneName(context, usual) })}</p>
  const options = timeZones.map((zone) => {
    const name = zoneName(context, zone)
    return { value: zone, label: zone === usual ? t('storage.region.usual', { zone: name }) : name }
  })
  return (
    <FormShell action={paths.region()} csrfToken={context.csrfToken()}>
      <Select name="zone" label={t('storage.region.label')} hint={t('storage.region.about')} options={options} value={t.timeZone} />
      <Button look="quiet">{t('storage.region.save')}</Button>
    </FormShell>
  )
}

function Choices({ context }: { context: Context }) {
  const { t } = context
  return (
    <FormShell action={paths.storagePreferences()} csrfToken={context.csrfToken()}>
      <CheckboxGroup
        name="storage"
        label={t('storage.choose')}
        values={preferencesOf(context)}
        options={optionalKinds.map((kind) => ({ value: kind, label: t(`storage.${kind}.title`), hint: t(`storage.${kind}.about`) }))}
      />
      <Button>{t('storage.save')}</Button>
    </FormShell>
  )
}

function Outcome({ t, query: { saved } }: Pick<Context, 't' | 'query'>) {
  if (saved === 'yes') return <Alert kind="good" live>{t('storage.saved')}</Alert>
  if (saved === 'region') return <Alert kind="good" live>{t('storage.region.saved')}</Alert>
  return saved === 'no' ? <Alert kind="warn" live>{t('storage.region.unknown')}</Alert> : null
}

function Body({ form, context }: { form: FormState; context: Context }) {
  const { t } = context
  return (
    <>
      <ErrorSummary t={t} errors={form.errors} />
      <h1>{t('storage.title')}</h1>
      <Outcome {...context} />
      <p>{t('storage.intro')}</p>
      <Card>
        <Fixed t={t} kind="essential" />
        <Fixed t={t} kind="advertising" />
        <Choices context={context} />
      </Card>
      <p>{t('storage.effect')}</p>
      <Card title={t('storage.region.title')}>
        <Region context={context} />
      </Card>
      <CookieList t={t} />
    </>
  )
}

export const storagePreferencesPage = page({
  path: paths.storagePreferences,
  access: anyone,
  audit,
  fields: { storage: choicesField(optionalKinds) },
  view: ({ t, form, context }) => ({ title: t('storage.title'), body: <Body form={form} context={context} /> }),
  submit: {
    operation: keepChoice,
    input: ({ storage }) => storage,
    shows: {},
    // The page goes on in the language it is read in, for this visit, whatever is no longer remembered.
    then: (_output, { t }) => seeOther(`${paths.storagePreferences()}?saved=yes${t.language === 'en' ? '' : `&language=${t.language}`}`),
  },
})

const back = () => seeOther(`${paths.storagePreferences()}?saved=no`)

/** **Save my region**: the time zone for dates and times on this device. */
export const keepRegionAction = action({
  path: paths.region,
  access: anyone,
  audit,
  fields: { zone: textField({ empty: 'storage.region.unknown', most: 60 }) },
  submit: {
    operation: chooseRegion,
    input: ({ zone }) => zone,
    shows: { 'zone-unknown': back, 'not-allowed': back, 'too-many-attempts': back },
    then: () => seeOther(`${paths.storagePreferences()}?saved=region`),
  },
  back,
})
