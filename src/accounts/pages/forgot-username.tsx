import { seeOther } from '../../platform/http/answer.ts'
import { dayField, type Field, parsedField, right } from '../../platform/http/field.ts'
import { type Context, type FormState, page, procedure, records } from '../../platform/http/page.ts'
import { postedText } from '../../platform/http/posted.ts'
import { anyone } from '../../platform/http/visit.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, Card, DateField, EmailField, FormShell, TextField } from '../../ui/index.ts'
import { emailField } from '../email-address.ts'
import { parseOnlineAccountNumber } from '../online-account-number.ts'
import { remindByEmail, remindByNumber } from '../sign-in/forgot-username.ts'
import { FormPage } from './form-page.tsx'

type Way = 'email' | 'number'

/** The page has two forms; each field is asked only of its own. */
const askedBy = <V,>(way: Way, field: Field<V>): Field<V | null> => ({
  echo: field.echo,
  parse: (posted, name, model) => (postedText(posted, 'by') === way ? field.parse(posted, name, model) : right(null)),
})

const numberField = parsedField<string>({ empty: 'accounts.forgot-username.number.empty', most: 60 }, (typed) => {
  const read = parseOnlineAccountNumber(typed)
  return read.ok ? { value: read.number } : { error: `accounts.number.${read.error}` as MessageKey }
})

const bornField = dayField({
  empty: 'accounts.forgot-username.born.empty',
  impossible: 'accounts.forgot-username.born.impossible',
})

type Asked = { email: string | null; number: string | null; born: Temporal.PlainDate | null }

const remind = procedure({
  refusals: [],
  call: async (context: Context, { email, number, born }: Asked) => {
    if (email) return context.perform(remindByEmail, { email, language: context.t.language })
    if (number && born) return context.perform(remindByNumber, { number, dateOfBirth: born })
    return seeOther(paths.forgotUsername())
  },
})

function Sent({ t }: { t: Text }) {
  return (
    <>
      <h1>{t('accounts.forgot-username.sent.title')}</h1>
      <Alert kind="info" live>
        <p>{t('accounts.forgot-username.sent')}</p>
        <p>{t('accounts.forgot-username.sent.spam')}</p>
      </Alert>
      <p>
        <a href={paths.signIn()}>{t('accounts.forgot-username.sent.back')}</a>
      </p>
    </>
  )
}

type WayProps = { t: Text; form: FormState; csrfToken: string }

function ByEmail({ t, form, csrfToken }: WayProps) {
  return (
    <Card plate title={t('accounts.forgot-username.email.title')}>
      <p>{t('accounts.forgot-username.email.intro')}</p>
      <FormShell action={paths.forgotUsername()} csrfToken={csrfToken}>
        <input type="hidden" name="by" value="email" />
        <EmailField name="email" label={t('accounts.email.label')} value={form.value('email')} error={form.error('email')} />
        <Button>{t('accounts.forgot-username.submit')}</Button>
      </FormShell>
    </Card>
  )
}

function ByNumber({ t, form, csrfToken }: WayProps) {
  const part = (name: string) => form.value(`born-${name}`)
  return (
    <Card title={t('accounts.forgot-username.number.title')}>
      <p>{t('accounts.forgot-username.number.intro')}</p>
      <FormShell action={paths.forgotUsername()} csrfToken={csrfToken}>
        <input type="hidden" name="by" value="number" />
        <TextField
          name="number"
          label={t('accounts.forgot-username.number.label')}
          hint={t('accounts.forgot-username.number.hint')}
          value={form.value('number')}
          error={form.error('number')}
          inputmode="numeric"
          numeric
        />
        <DateField
          t={t}
          name="born"
          label={t('accounts.forgot-username.born')}
          value={{ month: part('month'), day: part('day'), year: part('year') }}
          error={form.error('born-month')}
          birthday
        />
        <Button look="quiet">{t('accounts.forgot-username.submit')}</Button>
      </FormShell>
    </Card>
  )
}

export const forgotUsernamePage = page({
  path: paths.forgotUsername,
  access: anyone,
  audit: records(remindByEmail, remindByNumber),
  fields: { email: askedBy('email', emailField), number: askedBy('number', numberField), born: askedBy('number', bornField) },
  view: ({ t, form, context }) => {
    if (context.query.sent === 'yes') return { title: t('accounts.forgot-username.sent.title'), body: <Sent t={t} /> }
    const csrfToken = context.csrfToken()
    return {
      title: t('accounts.forgot-username.title'),
      body: (
        <FormPage t={t} form={form} title={t('accounts.forgot-username.title')}>
          <p>{t('accounts.forgot-username.intro')}</p>
          <ByEmail t={t} form={form} csrfToken={csrfToken} />
          <ByNumber t={t} form={form} csrfToken={csrfToken} />
        </FormPage>
      ),
    }
  },
  submit: {
    operation: remind,
    input: (values) => values,
    shows: {},
    then: () => seeOther(`${paths.forgotUsername()}?sent=yes`),
  },
})
