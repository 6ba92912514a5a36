import { FormPage } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { type FormState, page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { addressField, countryCodes, CountryChoice, CountryFields } from '../../profile/index.ts'
import { Button, FormShell, RadioGroup } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { saySafePlace } from './protection-acts.ts'
import type { PersonHere } from './protection-file.ts'
import { type CaseContext, openProtection, toCase, Trail } from './protection-page.tsx'
import { roleWords, whomField } from './whom.tsx'

const countryOf = (form: FormState, { query }: CaseContext): string =>
  [form.value('country'), query.country ?? ''].find((each) => countryCodes.includes(each)) ?? ''

const Person = ({ t, form, people }: { t: Text; form: FormState; people: readonly Pick<PersonHere, 'account' | 'role'>[] }) => (
  <RadioGroup
    name="whom"
    label={t('protection.whom')}
    options={people.map((person) => ({ value: person.account, label: roleWords(t, person) }))}
    value={form.value('whom') || (people[0]?.account ?? '')}
    error={form.error('whom')}
  />
)

/** **Send letters there**: where post to a person is safe, as an officer heard it from them. */
export const safePlacePage = page({
  path: officePaths.safePlace,
  access: staffWho('see-protected'),
  audit: records(saySafePlace),
  load: async (context: CaseContext) => {
    const file = await openProtection(context)
    return 'state' in file && file.people.length === 0 ? notFound : file
  },
  fields: { whom: whomField, address: addressField },
  view: ({ t, model, form, context }) => {
    const country = countryOf(form, context)
    const action = officePaths.safePlace(context.params)
    return {
      title: t('protection.safe.title'),
      body: (
        <div class="stack">
          <Trail t={t} at={context.params} here={t('protection.safe.title')} />
          <FormPage t={t} form={form} title={t('protection.safe.title')}>
            <p>{t('protection.safe.intro')}</p>
            <CountryChoice t={t} action={action} country={country} />
            {country === '' ? null : (
              <FormShell action={action} csrfToken={context.csrfToken()}>
                <Person t={t} form={form} people={model.people} />
                <CountryFields t={t} form={form} country={country} kept={null} own={false} />
                <Button>{t('protection.safe.submit')}</Button>
              </FormShell>
            )}
          </FormPage>
        </div>
      ),
    }
  },
  submit: {
    operation: saySafePlace,
    input: ({ whom, address }, { params }) => ({ receiptNumber: params.receiptNumber, account: whom, address }),
    shows: { 'unknown-case': () => notFound, 'file-not-opened': toCase, 'not-on-case': { at: 'whom', key: 'protection.whom.empty' } },
    then: (_done, { params }) => seeOther(`${officePaths.protection(params)}?said=safe-place`),
  },
})
