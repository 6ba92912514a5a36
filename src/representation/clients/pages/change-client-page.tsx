import { FormPage, representative } from '../../../accounts/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { type Field, right } from '../../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../../platform/http/page.ts'
import { postedText } from '../../../platform/http/posted.ts'
import { paths } from '../../../platform/paths.ts'
import { addressField, countryCodes, CountryChoice, CountryFields, type PostalAddress, shapeOf } from '../../../profile/index.ts'
import { Button, FormShell } from '../../../ui/index.ts'
import { changeClient } from '../change-client.ts'
import type { Client } from '../client.ts'
import { clientFor } from '../own-clients.ts'
import { ClientCrumbs } from './client-crumbs.tsx'
import { clientName } from './client-words.ts'
import { clientEmailField, ClientFields, clientNamesField, clientPhoneField } from './client-fields.tsx'

/** An address, or nothing in all of its parts. */
const addressOrNone: Field<PostalAddress | null> = {
  echo: true,
  parse: (posted, name, model) => {
    const country = postedText(posted, 'country')
    const isEmpty = countryCodes.includes(country) && shapeOf(country).order.every((part) => postedText(posted, part).trim() === '')
    return isEmpty ? right(null) : addressField.parse(posted, name, model)
  },
}

type Model = { country: string; client: Client }

/** The country whose fields are shown: as typed, as chosen, as kept, or else the agency's own. */
function countryOf(form: FormState, query: Context['query'], { client, country }: Model): string {
  const wanted = form.value('country') || query.country || client.contact.address?.country || ''
  return countryCodes.includes(wanted) ? wanted : country
}

/** `/clients/<client>/change`: names, and the ways to be reached, the postal address too. */
export const changeClientPage = page({
  path: paths.changeClient,
  access: representative,
  audit: records(changeClient),
  load: async (context: Context<{ client: string }>): Promise<Model | typeof notFound> => {
    const client = await context.read(clientFor, context.params)
    return client ? { client, country: context.services.agency.country } : notFound
  },
  fields: { names: clientNamesField, email: clientEmailField, phone: clientPhoneField, address: addressOrNone },
  view: ({ t, model, form, context }) => {
    const title = t('clients.change.title')
    const { client } = model
    const action = paths.changeClient(context.params)
    const country = countryOf(form, context.query, model)
    return {
      title,
      body: (
        <>
          <ClientCrumbs t={t} client={{ id: client.id, name: clientName(t, client.names) }} here={title} />
          <FormPage t={t} form={form} title={title}>
            <CountryChoice t={t} action={action} country={country} />
            <FormShell action={action} csrfToken={context.csrfToken()}>
              <ClientFields t={t} form={form} kind={client.names.kind} country={model.country} kept={client} />
              <h2>{t('clients.contact.address')}</h2>
              <p class="usa-hint">{t('clients.contact.address.note')}</p>
              <CountryFields t={t} form={form} country={country} kept={client.contact.address} own={false} />
              <Button>{t('clients.save')}</Button>
            </FormShell>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: changeClient,
    input: ({ names, email, phone, address }, { params }) => ({ id: params.client, names, contact: { email, phone, address } }),
    shows: { 'no-such-client': () => notFound },
    then: ({ id }) => seeOther(`${paths.client({ client: id })}?done=changed`),
  },
})
