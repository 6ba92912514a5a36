import { FormPage, parseOnlineAccountNumber } from '../../accounts/index.ts'
import type { AgencyPack } from '../../agency/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { parsedField, textField } from '../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { askToCheck, authorityName, type CheckedRepresentative, checkedRepresentatives, PracticeOf } from '../../representation/index.ts'
import { Alert, Button, Card, FormShell, Select, TextField } from '../../ui/index.ts'

type Shown = { t: Text; agency: AgencyPack }

const accountNumberField = parsedField<string | null>({ empty: 'check.account.wrong', most: 30, optional: true }, (typed) => {
  if (typed === '') return { value: null }
  const read = parseOnlineAccountNumber(typed)
  return read.ok ? { value: read.number } : { error: 'check.account.wrong' }
})

function Found({ t, agency, found }: Shown & { found: readonly CheckedRepresentative[] | null }) {
  if (found === null) return null
  if (found.length === 0)
    return (
      <Alert kind="warn" title={t('check.none.title')} live>
        <p>{t('check.none.body')}</p>
        <p>{t('check.none.careful')}</p>
      </Alert>
    )
  return found.map((practice, place) => (
    <Card key={place} title={t('check.found.title')}>
      <p class="lead">
        <bdi>{practice.name ?? t('check.found.no-name')}</bdi>
      </p>
      <PracticeOf t={t} agency={agency} practice={practice} />
      {practice.certifiedAt ? <p>{t('check.found.certified', { day: t.day(practice.certifiedAt.toZonedDateTimeISO(t.timeZone).toPlainDate()) })}</p> : null}
      <p>{t('check.found.not')}</p>
    </Card>
  ))
}

function Form({ t, agency, form, csrfToken }: Shown & { form: FormState; csrfToken: string }) {
  const { attorney, accredited } = agency.representatives.authorities
  return (
    <Card plate>
      <FormShell action={paths.checkRepresentative()} csrfToken={csrfToken}>
        <TextField name="family" label={t('check.family')} value={form.value('family')} error={form.error('family')} autocomplete="off" spellcheck={false} />
        <p>{t('check.one-of')}</p>
        <Select
          name="authority"
          label={t('check.authority')}
          prompt={t('practice.licence.authority.prompt')}
          note={t('ui.optional')}
          options={[...attorney, ...accredited].map((value) => ({ value, label: authorityName(agency, t, value) }))}
          value={form.value('authority')}
          error={form.error('authority')}
        />
        <TextField name="number" label={t('check.number')} note={t('ui.optional')} value={form.value('number')} error={form.error('number')} autocomplete="off" width={24} />
        <TextField name="account" label={t('check.account', { agency: agency.shortName })} note={t('ui.optional')} value={form.value('account')} error={form.error('account')} autocomplete="off" numeric width={24} />
        <Button>{t('check.submit')}</Button>
      </FormShell>
    </Card>
  )
}

/** Whom to be careful of, and what to do: the same for everybody. */
const Advice = ({ t }: Pick<Shown, 't'>) => (
  <Card title={t('check.advice.title')}>
    <ul>
      {(['notario', 'original', 'copies', 'promise', 'password'] as const).map((name) => (
        <li key={name}>{t(`check.advice.${name}`)}</li>
      ))}
    </ul>
    <p>
      <a href={paths.reportRepresentative()}>{t('check.report')}</a>
    </p>
  </Card>
)

/** `/representatives`: anyone finds out what the agency verified of who offers to represent them. What is typed stands in no address. */
export const checkRepresentativePage = page({
  path: paths.checkRepresentative,
  access: anyone,
  audit: records(askToCheck),
  load: async (context: Context): Promise<readonly CheckedRepresentative[] | null> => {
    const { found } = context.query
    return found ? context.read(checkedRepresentatives, { found }) : null
  },
  loadsToShow: true,
  fields: {
    family: textField({ empty: 'check.family.empty', most: 100 }),
    authority: textField({ empty: 'check.two', most: 40, optional: true }),
    number: textField({ empty: 'check.two', most: 40, optional: true }),
    account: accountNumberField,
  },
  view: ({ t, model, form, context }) => {
    const shown = { t, agency: context.services.agency }
    return {
      title: t('check.title'),
      body: (
        <FormPage t={t} form={form} title={t('check.title')}>
          <p class="lead">{t('check.about')}</p>
          <div class="stack">
            {form.errors.length > 0 ? null : <Found {...shown} found={model ?? null} />}
            <Form {...shown} form={form} csrfToken={context.csrfToken()} />
            <Advice t={t} />
          </div>
        </FormPage>
      ),
    }
  },
  submit: {
    operation: askToCheck,
    input: ({ family, authority, number, account }) => ({ family, authority, number, accountNumber: account }),
    shows: { 'two-things-needed': { at: 'number', key: 'check.two' }, 'too-many-attempts': { at: '', key: 'check.too-many' } },
    then: ({ found }) => seeOther(`${paths.checkRepresentative()}?${new URLSearchParams({ found })}`),
  },
})
