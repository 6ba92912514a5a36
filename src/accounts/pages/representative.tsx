import { choiceField } from '../../platform/http/field.ts'
import { page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, Card, FormShell, RadioGroup } from '../../ui/index.ts'
import { representativeKinds } from '../account.ts'
import { signUpStep } from '../sessions/access.ts'
import { chooseRepresentativeKind } from '../sign-up/finish-sign-up.ts'
import { FormPage } from './form-page.tsx'
import { goOn, reload } from './go-on.ts'

export const representativePage = page({
  path: paths.signUpRepresentative,
  access: signUpStep('representative'),
  audit: records(chooseRepresentativeKind),
  fields: { kind: choiceField(representativeKinds, { empty: 'accounts.representative.empty' }) },
  view: ({ t, form, context }) => ({
    title: t('accounts.representative.title'),
    body: (
      <FormPage t={t} form={form} title={t('accounts.representative.title')} step={{ name: 'representative', rules: context.services.agency }}>
        {context.query.added === 'yes' ? (
          <Alert kind="good" live>
            <p>{t('accounts.representative.case-added')}</p>
          </Alert>
        ) : (
          <Card title={t('accounts.representative.code')}>
            <p>{t('accounts.representative.code.about')}</p>
            <p>
              <a href={paths.signUpAccessCode()}>{t('accounts.representative.code.use')}</a>
            </p>
          </Card>
        )}
        <Alert kind="info">
          <p>{t('accounts.representative.then')}</p>
        </Alert>
        <Card plate>
          <FormShell action={paths.signUpRepresentative()} csrfToken={context.csrfToken()}>
            <RadioGroup
              name="kind"
              label={t('accounts.representative.legend')}
              options={representativeKinds.map((kind) => ({
                value: kind,
                label: t(`accounts.representative.${kind}`),
                hint: t(`accounts.representative.${kind}.hint`),
              }))}
              value={form.value('kind')}
              error={form.error('kind')}
            />
            <Button>{t('accounts.representative.submit')}</Button>
          </FormShell>
        </Card>
      </FormPage>
    ),
  }),
  submit: {
    operation: chooseRepresentativeKind,
    input: ({ kind }) => ({ kind }),
    shows: { 'step-done': reload },
    then: goOn,
  },
})
