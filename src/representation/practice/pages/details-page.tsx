import { emailField, FormPage, representative, representativeKinds } from '../../../accounts/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { choiceField, type Field, right, textField, wrong } from '../../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../../platform/http/page.ts'
import { postedText } from '../../../platform/http/posted.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { phoneNumber, shownPhone } from '../../../platform/phone-number.ts'
import { addressField, countryCodes, CountryChoice, CountryFields } from '../../../profile/index.ts'
import { Alert, Button, EmailField, FormShell, RadioGroup, TextField } from '../../../ui/index.ts'
import { type OwnPractice, ownPractice } from '../own-practice.ts'
import { statePractice } from '../state-practice.ts'
import { PracticeCrumbs } from './practice-crumbs.tsx'

type Model = { country: string; own: OwnPractice }

const phoneField: Field<string, Model> = {
  echo: true,
  parse: (posted, name, { country }) => {
    const read = phoneNumber(postedText(posted, name), country)
    return 'number' in read ? right(read.number) : wrong(name, read.error)
  },
}

/** The country whose fields are shown: as typed, as chosen, as kept, or else the agency's own. */
function countryOf(form: FormState, query: Context['query'], { own, country }: Model): string {
  const wanted = form.value('country') || query.country || own.practice?.contact.address.country || ''
  return countryCodes.includes(wanted) ? wanted : country
}

function DetailsForm({ t, form, model, context }: { t: Text; form: FormState; model: Model; context: Context }) {
  const { own } = model
  const isTyped = form.errors.length > 0 || form.parked
  const shown = (name: string, kept = '') => ({ name, value: isTyped ? form.value(name) : kept, error: form.error(name) })
  const contact = own.practice?.contact
  return (
    <FormShell action={paths.practiceDetails()} csrfToken={context.csrfToken()}>
      <RadioGroup {...shown('kind', own.kind)} label={t('practice.details.kind')} options={representativeKinds.map((value) => ({ value, label: t(`practice.kind.${value}`), hint: t(`practice.kind.${value}.hint`) }))} />
      <TextField {...shown('organization', own.practice?.organization)} label={t('practice.details.organization')} hint={t('practice.details.organization.hint')} autocomplete="organization" />
      <CountryFields t={t} form={form} country={countryOf(form, context.query, model)} kept={contact?.address ?? null} own />
      <TextField {...shown('phone', contact ? shownPhone(contact.phone, model.country) : '')} label={t('practice.details.phone')} hint={t('contact.phones.hint')} type="tel" autocomplete="work tel" width={24} numeric />
      <EmailField {...shown('email', contact?.email)} label={t('practice.details.email')} hint={t('practice.details.email.hint')} />
      <Button>{t('practice.save')}</Button>
    </FormShell>
  )
}

/** `/account/practice/details`: the kind of representative, the firm or organization, and how to reach them there. */
export const detailsPage = page({
  path: paths.practiceDetails,
  access: representative,
  audit: records(statePractice),
  load: async (context: Context): Promise<Model | typeof notFound> => {
    const own = await context.read(ownPractice, { removed: null })
    return own ? { own, country: context.services.agency.country } : notFound
  },
  fields: {
    kind: choiceField(representativeKinds, { empty: 'accounts.representative.empty' }),
    organization: textField({ empty: 'practice.details.organization.empty', most: 150, optional: true }),
    address: addressField,
    phone: phoneField,
    email: emailField,
  },
  view: ({ t, model, form, context }) => {
    const title = t('practice.details.title')
    return {
      title,
      body: (
        <>
          <PracticeCrumbs t={t} here={title} />
          <FormPage t={t} form={form} title={title}>
            <p>{t('practice.details.about')}</p>
            {model.own.practice?.certification ? (
              <Alert kind="info">
                <p>{t('practice.details.certify-again')}</p>
              </Alert>
            ) : null}
            <CountryChoice t={t} action={paths.practiceDetails()} country={countryOf(form, context.query, model)} />
            <DetailsForm t={t} form={form} model={model} context={context} />
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: statePractice,
    input: ({ kind, organization, address, phone, email }) => ({ kind, organization, contact: { address, phone, email } }),
    shows: { 'organization-needed': { at: 'organization', key: 'practice.details.organization.empty' } },
    then: () => seeOther(`${paths.practice()}?done=details`),
  },
})
