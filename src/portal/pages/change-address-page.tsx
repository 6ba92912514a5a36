import { FormPage, needsRecentProof, withNext } from '../../accounts/index.ts'
import { formShortTitle } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { type Field, right } from '../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../platform/http/page.ts'
import { postedText } from '../../platform/http/posted.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { addressField, addressUses, type AddressUse, countryCodes, CountryChoice, CountryFields, type PostalAddress } from '../../profile/index.ts'
import { Alert, Button, ButtonRow, Card, FormShell, NumberText } from '../../ui/index.ts'
import { type AddressPageModel, addressPageModel } from '../address-page-model.ts'
import { changeAddress } from '../change-address.ts'

type AddressContext = Context<{ use: string }>
type Model = AddressPageModel & { use: AddressUse }

/** An address in the shape of its country, or the press of the button that takes the kept one away. */
const addressOrNone: Field<PostalAddress | null> = {
  echo: true,
  parse: (posted, name, model) => (postedText(posted, 'none') === 'yes' ? right(null) : addressField.parse(posted, name, model)),
}

/** The country whose fields are shown: as typed, as chosen, or else that of the address on file. */
function countryOf(form: FormState, { query }: AddressContext, kept: PostalAddress | null): string {
  const wanted = form.value('country') || query.country || kept?.country || ''
  return countryCodes.includes(wanted) ? wanted : ''
}

function WhatItReaches({ t, model, agency }: { t: Text; model: Model; agency: AddressContext['services']['agency'] }) {
  if (model.use === 'safe') return null
  if (model.isProtected)
    return (
      <Alert kind="info" title={t('address-change.protected.title')}>
        <p>{t('address-change.protected.why')}</p>
        <p>{t.rich('address-change.protected.how', { link: (words) => <a href={paths.contactSupport()}>{words}</a> })}</p>
      </Alert>
    )
  return (
    <Card title={t('address-change.cases.title')}>
      <p>{t(model.reached.length > 0 ? 'address-change.cases.reached' : 'address-change.cases.none')}</p>
      <ul class="plain-list">
        {model.reached.map(({ receiptNumber, form }) => (
          <li key={receiptNumber}>
            <NumberText t={t} kind="receipt" value={receiptNumber} /> · {formShortTitle(agency, t, form)}
          </li>
        ))}
      </ul>
      {model.hasGuarded ? <p>{t('address-change.cases.guarded')}</p> : null}
    </Card>
  )
}

const noneWords = { mailing: 'address-change.to-home', safe: 'address-change.remove-safe' } as const

function TakeAway({ t, model, context }: { t: Text; model: Model; context: AddressContext }) {
  if (model.use === 'physical' || !model.kept) return null
  return (
    <ButtonRow>
      <FormShell action={paths.changeAddress({ use: model.use })} csrfToken={context.csrfToken()} class="inline-form">
        <input type="hidden" name="none" value="yes" />
        <Button look="quiet">{t(noneWords[model.use])}</Button>
      </FormShell>
    </ButtonRow>
  )
}

function AddressForm({ t, model, form, context }: { t: Text; model: Model; form: FormState; context: AddressContext }) {
  const country = countryOf(form, context, model.kept)
  const action = paths.changeAddress({ use: model.use })
  return (
    <>
      <CountryChoice t={t} action={action} country={country} />
      {country === '' ? null : (
        <FormShell action={action} csrfToken={context.csrfToken()}>
          <CountryFields t={t} form={form} country={country} kept={model.kept} own={model.use !== 'safe'} />
          <Button>{t(model.use === 'safe' ? 'address-change.submit.safe' : 'address-change.submit')}</Button>
        </FormShell>
      )}
    </>
  )
}

/** `/account/contact/address/<which>`: one address, in the shape of its country, and what changing it reaches. */
export const changeAddressPage = page({
  path: paths.changeAddress,
  access: needsRecentProof,
  audit: records(changeAddress),
  async load(context: AddressContext): Promise<Model | typeof notFound> {
    const use = addressUses.find((each) => each === context.params.use)
    const model = use && (await context.read(addressPageModel, { use }))
    return use && model ? { ...model, use } : notFound
  },
  fields: { address: addressOrNone },
  view: ({ t, model, form, context }) => ({
    title: t(`address-change.${model.use}.title`),
    body: (
      <FormPage t={t} form={form} title={t(`address-change.${model.use}.title`)}>
        <p>{t(`address-change.${model.use}.intro`)}</p>
        {model.use === 'safe' ? <p>{t('address-change.safe.who')}</p> : null}
        <AddressForm t={t} model={model} form={form} context={context} />
        <TakeAway t={t} model={model} context={context} />
        <WhatItReaches t={t} model={model} agency={context.services.agency} />
      </FormPage>
    ),
  }),
  submit: {
    operation: changeAddress,
    input: ({ address }, _context, { use }) => ({ use, address }),
    shows: {
      'no-recent-proof': ({ url }) => seeOther(withNext(paths.signInAgain(), url)),
      'too-many-attempts': { at: '', key: 'platform.refusal.too-many-attempts' },
    },
    then: ({ press }, _context, { use }) =>
      seeOther(press ? paths.addressChanged({ change: press }) : `${paths.contact()}?done=${use === 'safe' ? 'safe' : 'address'}`),
  },
})
