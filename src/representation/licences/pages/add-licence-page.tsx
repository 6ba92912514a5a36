import { FormPage, representative } from '../../../accounts/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { textField } from '../../../platform/http/field.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, FormShell, RadioGroup, Select } from '../../../ui/index.ts'
import { ownPractice } from '../../practice/own-practice.ts'
import { PracticeCrumbs } from '../../practice/pages/practice-crumbs.tsx'
import { authorityName } from '../../words.ts'
import { addLicence } from '../state-licence.ts'
import { LicenceFields, licenceFaultsShown, licenceFields } from './licence-fields.tsx'

/** Few are all to be seen, as the two kinds of accreditation; the many bars are a list. */
const seenAtOnceMost = 6

/** `/account/practice/licences`: one more bar, or an accreditation. */
export const addLicencePage = page({
  path: paths.addLicence,
  access: representative,
  audit: records(addLicence),
  load: async (context: Context) => (await context.read(ownPractice, { removed: null })) ?? notFound,
  loadsToShow: true,
  fields: { authority: textField({ empty: 'practice.licence.authority.empty', most: 40 }), ...licenceFields },
  view: ({ t, model, form, context }) => {
    const { agency } = context.services
    const kind = model?.kind ?? 'attorney'
    const title = t(`practice.add.${kind}.title`)
    const codes = agency.representatives.authorities[kind]
    const choice = {
      name: 'authority',
      label: t(`practice.licence.authority.${kind}`),
      options: codes.map((value) => ({ value, label: authorityName(agency, t, value) })),
      value: form.value('authority'),
      error: form.error('authority'),
    }
    return {
      title,
      body: (
        <>
          <PracticeCrumbs t={t} here={title} />
          <FormPage t={t} form={form} title={title}>
            <p>{t('practice.add.about')}</p>
            <FormShell action={paths.addLicence()} csrfToken={context.csrfToken()}>
              {codes.length > seenAtOnceMost ? <Select {...choice} prompt={t('practice.licence.authority.prompt')} /> : <RadioGroup {...choice} />}
              <LicenceFields t={t} form={form} kind={kind} />
              <Button>{t('practice.add.submit')}</Button>
            </FormShell>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: addLicence,
    input: ({ authority, number, admitted, expires }) => ({ authority, number, admittedOn: admitted, expiresOn: expires }),
    shows: { ...licenceFaultsShown, 'listed-already': { at: 'authority', key: 'practice.licence.listed-already' } },
    then: () => seeOther(`${paths.practice()}?done=added`),
  },
})
