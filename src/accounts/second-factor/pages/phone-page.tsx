import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { action, type Context, page, records } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { maskedPhone } from '../../../platform/phone-number.ts'
import { Button, Card, FactsList, FormShell, TextField } from '../../../ui/index.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { needsRecentProof } from '../../sessions/access.ts'
import { askPhone } from '../ask-phone.ts'
import { ownFactors } from '../own-factors.ts'
import { mobileField } from '../phone-field.ts'
import { removePhone } from '../prove-phone.ts'
import { backToCodes, codesAfter, proveAgainFor, tooOften } from './factor-words.ts'

interface PhoneModel {
  country: string
  phone: string | null
}

async function phoneModel({ read, services }: Pick<Context, 'read' | 'services'>): Promise<PhoneModel> {
  const factors = await read(ownFactors, undefined)
  return { country: services.agency.country, phone: factors?.phone?.number ?? null }
}

function RemovePhone({ t, phone, csrfToken }: { t: Text; phone: string; csrfToken: string }) {
  return (
    <Card title={t('second-factor.phone-page.remove.title')}>
      <p>{t('second-factor.phone-page.remove.about', { phone: maskedPhone(phone) })}</p>
      <FormShell action={paths.removeCodePhone()} csrfToken={csrfToken}>
        <Button look="danger">{t('second-factor.phone-page.remove')}</Button>
      </FormShell>
    </Card>
  )
}

/** The phone for codes: added or changed by a code that goes to the new number, or taken away. */
export const phonePage = page({
  path: paths.codePhone,
  access: needsRecentProof,
  audit: records(askPhone),
  load: phoneModel,
  fields: { phone: mobileField<PhoneModel>() },
  view: ({ t, model: { phone }, form, context }) => ({
    title: t('second-factor.phone-page.title'),
    body: (
      <FormPage t={t} form={form} title={t('second-factor.phone-page.title')}>
        <p>{t('second-factor.phone-page.intro')}</p>
        <Card plate>
          <FactsList
            facts={[{ name: t('second-factor.phone-page.now'), value: phone ? maskedPhone(phone) : t('second-factor.phone-page.none') }]}
          />
          <FormShell action={paths.codePhone()} csrfToken={context.csrfToken()}>
            <TextField
              name="phone"
              label={t('second-factor.phone.label')}
              hint={t('second-factor.phone.hint')}
              value={form.value('phone')}
              error={form.error('phone')}
              type="tel"
              autocomplete="tel"
              width={24}
              numeric
            />
            <Button>{t('second-factor.phone-page.send')}</Button>
          </FormShell>
          {phone ? <p class="usa-hint">{t('second-factor.phone-page.undo')}</p> : null}
        </Card>
        {phone ? <RemovePhone t={t} phone={phone} csrfToken={context.csrfToken()} /> : null}
        <p>
          <a href={paths.codeChannel()}>{t('second-factor.back-to-codes')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: askPhone,
    // The field gives null only where another control decides whether it is asked, which is not so here.
    input: ({ phone }) => ({ number: phone as string }),
    shows: {
      'no-recent-proof': proveAgainFor(paths.codePhone()),
      'texts-not-offered': { at: 'phone', key: 'second-factor.phone-page.not-offered' },
      'same-phone': { at: 'phone', key: 'second-factor.phone-page.same' },
      'too-many-codes': { at: 'phone', key: 'second-factor.phone-page.too-many' },
    },
    then: () => seeOther(paths.proveCodePhone()),
  },
})

/** **Remove this phone**; pressed twice, the second press finds the work done. */
export const removePhoneAction = action({
  path: paths.removeCodePhone,
  access: needsRecentProof,
  audit: records(removePhone),
  back: backToCodes,
  submit: {
    operation: removePhone,
    input: () => undefined,
    shows: {
      'no-recent-proof': proveAgainFor(paths.codePhone()),
      'no-phone': backToCodes,
      'not-allowed': () => notFound,
      'too-many-attempts': tooOften,
    },
    then: () => codesAfter('phone-removed'),
  },
})
