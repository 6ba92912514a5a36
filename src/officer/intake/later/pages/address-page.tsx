import { FormPage } from '../../../../accounts/index.ts'
import { notFound, seeOther } from '../../../../platform/http/answer.ts'
import { choiceField, choicesField, pressField } from '../../../../platform/http/field.ts'
import { type FormState, page, records } from '../../../../platform/http/page.ts'
import type { Text } from '../../../../platform/i18n/text.ts'
import { newId } from '../../../../platform/ids.ts'
import { officePaths } from '../../../../platform/paths.ts'
import { addressField, countryCodes, CountryChoice, CountryFields } from '../../../../profile/index.ts'
import { Button, Card, CheckboxGroup, FormShell, idempotencyFieldName, RadioGroup } from '../../../../ui/index.ts'
import { staffWho } from '../../../sessions/access.ts'
import { takeAddressOnPaper } from '../take-later.ts'
import { type CaseContext, FoundCase, foundCase, ReceivedInput, receivedField, receivedShows, takenPath } from './later-fields.tsx'

/** Most papers are of the agency's own country; another is chosen first, for the fields that it has. */
function countryOf(form: FormState, { query, services }: CaseContext): string {
  const wanted = form.value('country') || query.country || services.agency.country
  return countryCodes.includes(wanted) ? wanted : services.agency.country
}

const useChoices = (t: Text) => (['physical', 'mailing'] as const).map((value) => ({ value, label: t(`later-paper.use.${value}`), hint: t(`later-paper.use.${value}.hint`) }))

/** A change of address that came on paper, typed from it. */
export const laterAddressPage = page({
  path: officePaths.laterAddress,
  access: staffWho('take-in-paper'),
  audit: records(takeAddressOnPaper),
  load: foundCase,
  fields: {
    [idempotencyFieldName]: pressField,
    received: receivedField,
    address: addressField,
    use: choiceField(['physical', 'mailing'], { empty: 'later-paper.use.empty' }),
    all: choicesField(['yes']),
  },
  view: ({ t, model: found, form, context }) => {
    const country = countryOf(form, context)
    const action = officePaths.laterAddress(context.params)
    return {
      title: t('later-paper.kind.address'),
      body: (
        <FormPage t={t} form={form} title={t('later-paper.kind.address')}>
          <FoundCase t={t} found={found} agency={context.services.agency} />
          <p>{t('later-paper.address.lead')}</p>
          <CountryChoice t={t} action={action} country={country} />
          <Card plate>
            <FormShell action={action} csrfToken={context.csrfToken()} idempotencyKey={form.value(idempotencyFieldName) || newId()}>
              <ReceivedInput t={t} form={form} />
              <CountryFields t={t} form={form} country={country} kept={null} own={false} />
              <RadioGroup name="use" label={t('later-paper.use')} options={useChoices(t)} value={form.value('use')} error={form.error('use')} />
              <CheckboxGroup
                name="all"
                label={t('later-paper.all')}
                options={[{ value: 'yes', label: t('later-paper.all.yes'), hint: t('later-paper.all.hint') }]}
                values={form.values('all')}
              />
              <Button>{t('later-paper.address.submit')}</Button>
            </FormShell>
          </Card>
        </FormPage>
      ),
    }
  },
  submit: {
    operation: takeAddressOnPaper,
    input: (values, _context, { receiptNumber }) => ({
      id: values[idempotencyFieldName] as string,
      receiptNumber,
      receivedOn: values.received,
      said: { use: values.use, address: values.address, all: values.all.includes('yes') },
    }),
    shows: { ...receivedShows, 'unknown-case': () => notFound },
    then: ({ paper }, { params }) => seeOther(takenPath(params.receiptNumber, paper)),
  },
})
