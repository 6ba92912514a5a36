import { FormPage, representative } from '../../../accounts/index.ts'
import { seeOther } from '../../../platform/http/answer.ts'
import { choicesField, pressField } from '../../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../../platform/http/page.ts'
import { newId } from '../../../platform/ids.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, CheckboxGroup, FormShell, idempotencyFieldName } from '../../../ui/index.ts'
import { addClient } from '../add-client.ts'
import type { ClientKind } from '../client-names.ts'
import { ClientCrumbs } from './client-crumbs.tsx'
import { clientEmailField, ClientFields, clientNamesField, clientPhoneField, type WithCountry } from './client-fields.tsx'

const isPosted = (form: FormState) => form.errors.length > 0 || form.parked
const kindOf = (form: FormState, query: Context['query']): ClientKind => ((isPosted(form) ? form.value('kind') : query.kind) === 'company' ? 'company' : 'person')

/** `/clients/add`: a person, or with `?kind=company` a company. */
export const addClientPage = page({
  path: paths.addClient,
  access: representative,
  audit: records(addClient),
  load: async (context: Context): Promise<WithCountry> => ({ country: context.services.agency.country }),
  fields: {
    names: clientNamesField,
    email: clientEmailField,
    phone: clientPhoneField,
    another: choicesField(['yes']),
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, model, form, context }) => {
    const title = t('clients.add.title')
    const kind = kindOf(form, context.query)
    const other = kind === 'person' ? `${paths.addClient()}?kind=company` : paths.addClient()
    return {
      title,
      body: (
        <>
          <ClientCrumbs t={t} here={title} />
          <FormPage t={t} form={form} title={title}>
            <p>{t('clients.add.about')}</p>
            <p>
              <a href={other}>{t(`clients.add.${kind}.other`)}</a>
            </p>
            <FormShell action={paths.addClient()} csrfToken={context.csrfToken()} idempotencyKey={isPosted(form) ? form.value(idempotencyFieldName) : newId()}>
              <ClientFields t={t} form={form} kind={kind} country={model.country} />
              {form.error('another') ? (
                <CheckboxGroup
                  name="another"
                  label={t('clients.another.legend')}
                  options={[{ value: 'yes', label: t('clients.another.choice') }]}
                  values={form.values('another')}
                  error={form.error('another')}
                />
              ) : null}
              <Button>{t('clients.add')}</Button>
            </FormShell>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: addClient,
    input: ({ names, email, phone, another, [idempotencyFieldName]: press }) => ({
      names,
      contact: { email, phone, address: null },
      isAnother: another.includes('yes'),
      press,
    }),
    shows: { 'named-already': { at: 'another', key: 'clients.another.error' } },
    then: ({ id }) => seeOther(`${paths.client({ client: id })}?done=added`),
  },
})
