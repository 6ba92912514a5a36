import { choiceField } from '../../platform/http/field.ts'
import { page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Button, Card, FormShell, RadioGroup } from '../../ui/index.ts'
import { codeChannels } from '../account.ts'
import { ownAccount } from '../own-account.ts'
import { signUpStep } from '../sessions/access.ts'
import { chooseVerificationMethod } from '../sign-up/choose-verification-method.ts'
import { FormPage } from './form-page.tsx'
import { goOn, reload } from './go-on.ts'

export const verificationMethodPage = page({
  path: paths.verificationMethod,
  access: signUpStep('verification-method'),
  audit: records(chooseVerificationMethod),
  load: async (context) => (await context.read(ownAccount, undefined))?.email ?? '',
  fields: { method: choiceField(codeChannels, { empty: 'accounts.method.empty' }) },
  view: ({ t, model: email, form, context }) => ({
    title: t('accounts.method.title'),
    body: (
      <FormPage t={t} form={form} title={t('accounts.method.title')} step={{ name: 'verification-method', rules: context.services.agency }}>
        <p>{t('accounts.method.intro')}</p>
        <Card plate>
          <FormShell action={paths.verificationMethod()} csrfToken={context.csrfToken()}>
            <RadioGroup
              name="method"
              label={t('accounts.method.legend')}
              options={codeChannels.map((channel) => ({
                value: channel,
                label: t(`accounts.method.${channel}`),
                hint: t(`accounts.method.${channel}.hint`, { email }),
              }))}
              value={form.value('method')}
              error={form.error('method')}
            />
            <Button>{t('accounts.method.submit')}</Button>
          </FormShell>
        </Card>
        <p class="usa-hint">{t('accounts.method.not-yet')}</p>
      </FormPage>
    ),
  }),
  submit: {
    operation: chooseVerificationMethod,
    input: ({ method }) => ({ channel: method }),
    shows: { 'step-done': reload },
    then: goOn,
  },
})
