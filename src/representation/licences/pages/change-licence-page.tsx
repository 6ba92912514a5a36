import { FormPage, representative } from '../../../accounts/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Button, FormShell } from '../../../ui/index.ts'
import { ownPractice } from '../../practice/own-practice.ts'
import { PracticeCrumbs } from '../../practice/pages/practice-crumbs.tsx'
import { authorityName } from '../../words.ts'
import { changeLicence } from '../state-licence.ts'
import { LicenceFields, licenceFaultsShown, licenceFields } from './licence-fields.tsx'

/** `/account/practice/licences/<licence>`: what is stated of one, otherwise. */
export const changeLicencePage = page({
  path: paths.licence,
  access: representative,
  audit: records(changeLicence),
  load: async (context: Context<{ licence: string }>) => {
    const own = await context.read(ownPractice, { removed: null })
    return own?.licences.find(({ id }) => id === context.params.licence) ?? notFound
  },
  fields: licenceFields,
  view: ({ t, model: licence, form, context }) => {
    const title = t('practice.change.title', { authority: authorityName(context.services.agency, t, licence.authority) })
    return {
      title,
      body: (
        <>
          <PracticeCrumbs t={t} here={title} />
          <FormPage t={t} form={form} title={title}>
            {licence.state === 'claimed' ? null : (
              <Alert kind="info">
                <p>{t('practice.change.claimed-again')}</p>
              </Alert>
            )}
            <FormShell action={paths.licence({ licence: licence.id })} csrfToken={context.csrfToken()}>
              <LicenceFields t={t} form={form} kind={licence.kind} kept={licence} />
              <Button>{t('practice.save')}</Button>
            </FormShell>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: changeLicence,
    input: ({ number, admitted, expires }, { params }) => ({ id: params.licence, stated: { number, admittedOn: admitted, expiresOn: expires } }),
    shows: { ...licenceFaultsShown, 'no-such-licence': () => notFound },
    then: () => seeOther(`${paths.practice()}?done=changed`),
  },
})
